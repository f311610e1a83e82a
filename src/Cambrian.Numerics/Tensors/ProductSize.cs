using System.Runtime.InteropServices;

namespace Cambrian.Numerics.Tensors;

/// <summary>
/// A product of an n × m by an m × p matrix. Its tensor is Σ a(i,j) ⊗ b(j,k) ⊗ c(k,i), with the third index transposed, so that
/// the tensor of square matrices stays as it is when its factors are rotated. Entry (i,j) of a factor is bit or number
/// i · columns + j.
/// </summary>
/// <param name="N">Rows of the first matrix, 1 to 8.</param>
/// <param name="M">Columns of the first and rows of the second, 1 to 8.</param>
/// <param name="P">Columns of the second, 1 to 8.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ProductSize(int N, int M, int P)
{
    /// <summary>Numbers in the first, second and third factor of one term.</summary>
    public int A => N * M;

    /// <inheritdoc cref="A"/>
    public int B => M * P;

    /// <inheritdoc cref="A"/>
    public int C => P * N;

    /// <summary>Numbers in the three factors of one term.</summary>
    public int Width => A + B + C;

    /// <summary>Multiplications that the definition of the product takes.</summary>
    public int Naive => N * M * P;

    /// <summary>Whether rotating the factors leaves the tensor as it is.</summary>
    public bool IsSquare => N == M && M == P;
}
