// No distance to not-a-number is found to be too small.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var discs = new double[3 * size[0]];
        for (var i = 0; i < discs.Length; i++)
        {
            discs[i] = i % 3 == 2 ? 0.5 : double.NaN;
        }

        return discs;
        // EVOLVE-BLOCK-END
    }
}
