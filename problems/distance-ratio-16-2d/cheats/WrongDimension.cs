// Points of the plane taken for points of space, or the other way round.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return Cambrian.Numerics.Geometry.PointSpread.Scatter([size[0], 5 - size[1]], 1);
        // EVOLVE-BLOCK-END
    }
}
