// No terms at all: none of them is wrong.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        return size;
        // EVOLVE-BLOCK-END
    }
}
