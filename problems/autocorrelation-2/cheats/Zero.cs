// Zero over zero.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return new double[60];
        // EVOLVE-BLOCK-END
    }
}
