using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;

public static class Construction
{
    /// <summary>x and y of each point in turn. Methods of HeilbronnHull make points from points; work is what they may spend.</summary>
    public static double[] Construct(int[] size, double[] start, Work work)
    {
        // EVOLVE-BLOCK-START
        var points = start.Length > 0 ? start : HeilbronnHull.Scatter(size[0], 1);
        return points;
        // EVOLVE-BLOCK-END
    }
}
