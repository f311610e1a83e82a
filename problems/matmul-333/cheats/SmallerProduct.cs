// A good scheme for smaller matrices.
public static class Construction
{
    public static int[] Construct(int[] size, int[] start, Cambrian.Numerics.Optimisation.Work work)
    {
        // EVOLVE-BLOCK-START
        var scheme = Cambrian.Numerics.Tensors.MatrixSchemes.Naive([size[0], size[1], size[2] - 1, size[3]]);
        return [.. size, .. scheme.Skip(4)];
        // EVOLVE-BLOCK-END
    }
}
