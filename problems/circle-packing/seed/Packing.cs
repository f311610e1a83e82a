using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;

public static class Packing
{
    /// <summary>Discs in the unit square as x, y and radius in turn. Methods of DiscPacking make packings from packings; work is what they may spend.</summary>
    public static double[] Pack(int count, Work work)
    {
        // EVOLVE-BLOCK-START
        var discs = DiscPacking.Grid(count);
        discs = DiscPacking.Grow(discs);
        return discs;
        // EVOLVE-BLOCK-END
    }
}
