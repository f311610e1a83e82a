// Points on a line, so close that the squares of their distances underflow to nothing.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var points = new double[size[0] * size[1]];
        for (var i = 0; i < points.Length; i += size[1])
        {
            points[i] = 1e-165 * i * i;
        }

        return points;
        // EVOLVE-BLOCK-END
    }
}
