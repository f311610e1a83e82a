// All discs in one place, as large as the rectangle allows.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var discs = new double[3 * size[0]];
        for (var i = 0; i < discs.Length; i++)
        {
            discs[i] = 0.5;
        }

        return discs;
        // EVOLVE-BLOCK-END
    }
}
