// A function that is nowhere negative because it is nothing.
public static class Construction
{
    public static double[] Construct(int[] size, double[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [0, 0, 0];
        // EVOLVE-BLOCK-END
    }
}
