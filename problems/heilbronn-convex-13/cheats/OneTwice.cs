// One point given twice: only triangles of three different points are large.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var points = Cambrian.Numerics.Geometry.HeilbronnHull.Hop(Cambrian.Numerics.Geometry.HeilbronnHull.Scatter(size[0] - 1, 1), 1, work);
        double[] all = [.. points, points[0], points[1]];
        return all;
        // EVOLVE-BLOCK-END
    }
}
