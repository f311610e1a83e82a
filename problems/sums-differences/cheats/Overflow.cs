// The sum of two elements overflows and lands among the negative numbers.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [0, 1, 3, int.MaxValue];
        // EVOLVE-BLOCK-END
    }
}
