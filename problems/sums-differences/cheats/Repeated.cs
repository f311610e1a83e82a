// Elements that are listed twice must not count twice as differences.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return [0, 1, 1, 1, 2, 2];
        // EVOLVE-BLOCK-END
    }
}
