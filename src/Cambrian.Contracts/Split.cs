namespace Cambrian.Contracts;

/// <summary>Which cases: those the search sees, those that pick the winner, those that are scored once at the end.</summary>
public enum Split
{
    /// <summary>Seen by the search.</summary>
    Training,

    /// <summary>Picks the winner among the search's best.</summary>
    Validation,

    /// <summary>Sealed: scored once, at the end, by the winner, and by the seed to compare with.</summary>
    Test,
}
