using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;

public static class Construction
{
    /// <summary>Coordinates of each point in turn. Methods of PointSpread make points from points; work is what they may spend.</summary>
    public static double[] Construct(int[] size, double[] start, Work work)
    {
        // EVOLVE-BLOCK-START
        var points = start.Length > 0 ? start : PointSpread.Scatter(size, 1);
        return points;
        // EVOLVE-BLOCK-END
    }
}
