using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;

public static class Construction
{
    /// <summary>x, y and angle of each hexagon, then x, y, side and angle of the one around them. Methods of HexagonPacking make packings from packings; work is what they may spend.</summary>
    public static double[] Construct(int[] size, double[] start, Work work)
    {
        // EVOLVE-BLOCK-START
        var packing = start.Length > 0 ? start : HexagonPacking.Scatter(size[0], 1);
        return packing;
        // EVOLVE-BLOCK-END
    }
}
