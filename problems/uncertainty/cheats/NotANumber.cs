// Comparisons with not-a-number are false, so no root is ever found.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [double.NaN, double.NaN, 1];
        // EVOLVE-BLOCK-END
    }
}
