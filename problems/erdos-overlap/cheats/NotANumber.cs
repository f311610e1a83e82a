// Comparisons with not-a-number are false, so no check that asks "is it too high?" says yes.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var heights = new double[51];
        System.Array.Fill(heights, double.NaN);
        return heights;
        // EVOLVE-BLOCK-END
    }
}
