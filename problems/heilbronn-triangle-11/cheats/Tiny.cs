// Points whose triangles have areas that underflow: nothing divided by nothing.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var points = new double[2 * size[0]];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = 1e-170 * (i % 7 * i);
        }

        return points;
        // EVOLVE-BLOCK-END
    }
}
