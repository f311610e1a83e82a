// Products that are zero in arithmetic of 32 or 64 bits: coefficients of two to the sixteenth and beyond.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var scheme = Cambrian.Numerics.Tensors.MatrixSchemes.Naive(size);
        return [.. scheme.Take(scheme.Length / 2).Select(number => number == 0 ? int.MinValue : 1 << 30)];
        // EVOLVE-BLOCK-END
    }
}
