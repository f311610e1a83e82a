namespace Cambrian.Chips.Netlists;

/// <summary>What can have a place on the canvas.</summary>
public enum NodeKind
{
    /// <summary>A point on the edge of the block, given from outside; never moved.</summary>
    Port,

    /// <summary>A memory or other block with a fixed outline; may not overlap another one.</summary>
    HardMacro,

    /// <summary>A cluster of standard cells; its size is fixed, its pins sit at its centre, overlaps are allowed.</summary>
    SoftMacro,
}
