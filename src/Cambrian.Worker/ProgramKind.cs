namespace Cambrian.Worker;

/// <summary>In which form a candidate arrives.</summary>
internal enum ProgramKind : byte
{
    /// <summary>An assembly image.</summary>
    Assembly = 0,

    /// <summary>An encoded kernel: pure arithmetic on the entry's parameters.</summary>
    Kernel = 1,
}
