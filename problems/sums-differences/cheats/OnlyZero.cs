// A logarithm of one divides by zero.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [0];
        // EVOLVE-BLOCK-END
    }
}
