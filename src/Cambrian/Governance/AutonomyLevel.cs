namespace Cambrian.Governance;

/// <summary>What a run may do without a person. A run's level only ever falls.</summary>
internal enum AutonomyLevel
{
    /// <summary>It suggests; nothing is promoted.</summary>
    A0,

    /// <summary>A named person promotes each version.</summary>
    A1,

    /// <summary>Solutions are promoted as they pass their test; a change of the engine waits for a person.</summary>
    A2,

    /// <summary>Changes of the engine outside its kernel are promoted too, unless a person objects in time.</summary>
    A3,

    /// <summary>All but changes of the kernel are promoted as they pass, until the mandate ends.</summary>
    A4,
}
