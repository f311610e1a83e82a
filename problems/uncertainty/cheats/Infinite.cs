// An infinite coefficient swamps the others.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [double.PositiveInfinity, 1, 1];
        // EVOLVE-BLOCK-END
    }
}
