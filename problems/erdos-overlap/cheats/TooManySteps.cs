// More steps than asked for cost the judge time.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return new double[100_000];
        // EVOLVE-BLOCK-END
    }
}
