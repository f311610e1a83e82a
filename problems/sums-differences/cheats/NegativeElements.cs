// Differences from negative elements, while the largest is small.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [0, -1000, -300, -77, 1];
        // EVOLVE-BLOCK-END
    }
}
