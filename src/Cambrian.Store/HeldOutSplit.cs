namespace Cambrian.Store;

/// <summary>Cases that the search never sees.</summary>
public enum HeldOutSplit
{
    /// <summary>Those that pick the winner.</summary>
    Validation,

    /// <summary>Those that are scored once, at the end: by the winner, and by the seed to compare with.</summary>
    Sealed,
}
