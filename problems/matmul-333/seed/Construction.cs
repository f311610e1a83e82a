using Cambrian.Numerics.Optimisation;
using Cambrian.Numerics.Tensors;

public static class Construction
{
    /// <summary>Terms of a product of matrices, coefficient by coefficient. Methods of MatrixSchemes make schemes from schemes; work is what they may spend.</summary>
    public static int[] Construct(int[] size, int[] start, Work work)
    {
        // EVOLVE-BLOCK-START
        var scheme = MatrixSchemes.Naive(size);
        return scheme;
        // EVOLVE-BLOCK-END
    }
}
