// Heights so small that their products are zero in floating point.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var heights = new double[50];
        for (var i = 0; i < 50; i += 2)
        {
            heights[i] = 1e-170;
        }

        return heights;
        // EVOLVE-BLOCK-END
    }
}
