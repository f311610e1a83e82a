// Products that are zero in arithmetic of 32 or 64 bits: coefficients of two to the sixteenth and beyond.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var scheme = Cambrian.Numerics.Tensors.MatrixSchemes.Naive(size);
        var width = (size[0] * size[1]) + (size[1] * size[2]) + (size[2] * size[0]);
        return [.. size, .. scheme.Skip(4).Take(scheme.Length - 4 - width).Select(number => number == 0 ? int.MinValue : 1 << 30)];
        // EVOLVE-BLOCK-END
    }
}
