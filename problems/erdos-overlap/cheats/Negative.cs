// Negative heights make overlaps negative.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var heights = new double[51];
        for (var i = 0; i < 51; i++)
        {
            heights[i] = i % 2 == 0 ? 2 : -1;
        }

        return heights;
        // EVOLVE-BLOCK-END
    }
}
