namespace Cambrian.Chips.Gates;

/// <summary>What a DEF file says of a place.</summary>
internal enum DefPlacement
{
    /// <summary>Nothing.</summary>
    Unplaced,

    /// <summary>It may change.</summary>
    Placed,

    /// <summary>It may not.</summary>
    Fixed,
}
