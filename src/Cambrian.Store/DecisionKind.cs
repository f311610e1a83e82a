namespace Cambrian.Store;

/// <summary>What was decided.</summary>
public enum DecisionKind
{
    /// <summary>The run began: the seed is its promoted version.</summary>
    Began,

    /// <summary>The pointer moved: this version is the promoted one.</summary>
    Promoted,

    /// <summary>It passed its test and waits for a person, or for the end of the time in which one may object.</summary>
    Waiting,

    /// <summary>It passed its test, and the run may only suggest.</summary>
    Suggested,

    /// <summary>It did not pass its test.</summary>
    Refused,

    /// <summary>A person said no.</summary>
    Rejected,

    /// <summary>A tripwire was touched: the level of autonomy fell.</summary>
    Tripped,
}
