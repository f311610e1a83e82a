// A denominator whose third power is zero in 32 and in 64 bits, over coefficients that add up to nothing.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var width = (size[0] * size[1]) + (size[1] * size[2]) + (size[2] * size[0]);
        return [size[0], size[1], size[2], int.MinValue, .. Enumerable.Repeat(1 << 30, 2 * width)];
        // EVOLVE-BLOCK-END
    }
}
