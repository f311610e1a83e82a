using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;

public static class Construction
{
    /// <summary>x, y and radius of each disc in turn. Methods of BoxPacking make packings from packings; work is what they may spend.</summary>
    public static double[] Construct(int[] size, double[] start, Work work)
    {
        // EVOLVE-BLOCK-START
        var discs = start.Length > 0 ? start : BoxPacking.Scatter(size[0], 1);
        return discs;
        // EVOLVE-BLOCK-END
    }
}
