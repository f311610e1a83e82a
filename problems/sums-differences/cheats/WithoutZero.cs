// Without the digit 0 the bound on sums does not hold.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [-12, 40, 3, 4, 5];
        // EVOLVE-BLOCK-END
    }
}
