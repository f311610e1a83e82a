// Every height at 1 where it counts, one of them by less than the usual tolerance above.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var heights = new double[50];
        for (var i = 12; i < 37; i++)
        {
            heights[i] = 1;
        }

        heights[20] += 1e-9;
        return heights;
        // EVOLVE-BLOCK-END
    }
}
