// The last digit is not the largest: the base is too small and digits mix.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [-12, 8, 0, 7, 3];
        // EVOLVE-BLOCK-END
    }
}
