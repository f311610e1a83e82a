// One point given twice, which only the others are compared with when distances of nothing are left out.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var points = Cambrian.Numerics.Geometry.PointSpread.Settle(Cambrian.Numerics.Geometry.PointSpread.Scatter([size[0] - 1, size[1]], 1), size, 0.01, work);
        double[] all = [.. points, .. points];
        return all[..(size[0] * size[1])];
        // EVOLVE-BLOCK-END
    }
}
