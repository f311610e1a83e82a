namespace Cambrian.Core;

/// <summary>How an evaluation ended.</summary>
public enum Outcome
{
    /// <summary>The artifact ran and was scored.</summary>
    Valid,

    /// <summary>The artifact ran, but what it returned breaks the problem's rules.</summary>
    Invalid,

    /// <summary>The artifact did not build, crashed, or was stopped by a limit other than time.</summary>
    Failed,

    /// <summary>The artifact was killed at its deadline.</summary>
    TimedOut,
}
