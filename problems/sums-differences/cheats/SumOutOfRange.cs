// More than all digits together: the bound means nothing, and 2L − b is not what is counted.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [-12, 1_000_000_000, 0, 1, 3];
        // EVOLVE-BLOCK-END
    }
}
