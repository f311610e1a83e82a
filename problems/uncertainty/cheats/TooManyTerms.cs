// More terms than asked for cost the judge time.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var coefficients = new double[2000];
        coefficients[1999] = 1;
        return coefficients;
        // EVOLVE-BLOCK-END
    }
}
