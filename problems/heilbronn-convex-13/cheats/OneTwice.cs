// One point given twice: only triangles of three different points are large.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var points = Cambrian.Numerics.Geometry.HeilbronnHull.Settle(Cambrian.Numerics.Geometry.HeilbronnHull.Scatter(size[0] - 1, 1), 0.01, work);
        double[] all = [.. points, points[0], points[1]];
        return all;
        // EVOLVE-BLOCK-END
    }
}
