// Points on a line whose distances have squares that overflow: infinity over infinity, or no largest distance at all.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var points = new double[size[0] * size[1]];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = 1e300 * i * i / (points.Length * points.Length);
        }

        return points;
        // EVOLVE-BLOCK-END
    }
}
