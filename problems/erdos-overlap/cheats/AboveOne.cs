// Where h is above 1, its complement is negative and makes up for overlaps elsewhere.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var heights = new double[51];
        heights[25] = 25.5;
        return heights;
        // EVOLVE-BLOCK-END
    }
}
