// A larger triangle has larger triangles in it.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var points = Cambrian.Numerics.Geometry.HeilbronnTriangle.Scatter(size[0], 1);
        for (var i = 0; i < points.Length; i++)
        {
            points[i] *= 3;
        }

        return points;
        // EVOLVE-BLOCK-END
    }
}
