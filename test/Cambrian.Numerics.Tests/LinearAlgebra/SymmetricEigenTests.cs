using Cambrian.Numerics.LinearAlgebra;
using CsCheck;

namespace Cambrian.Numerics.Tests.LinearAlgebra;

public sealed class SymmetricEigenTests
{
    [Fact]
    public void The_factors_multiply_back_to_the_matrix_and_the_vectors_are_orthonormal() => Gen.Select(Gen.Int[1, 12], Gen.Int).Sample(
        (n, seed) =>
        {
            var random = new Random(seed);
            var matrix = new double[n * n];
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    matrix[(i * n) + j] = matrix[(j * n) + i] = random.NextDouble() - 0.5;
                }
            }

            var (values, vectors) = (new double[n], new double[n * n]);
            SymmetricEigen.Jacobi([.. matrix], values, vectors);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var (product, inner) = (0.0, 0.0);
                    for (var k = 0; k < n; k++)
                    {
                        product += vectors[(i * n) + k] * values[k] * vectors[(j * n) + k];
                        inner += vectors[(k * n) + i] * vectors[(k * n) + j];
                    }

                    Assert.Equal(matrix[(i * n) + j], product, 1e-12);
                    Assert.Equal(i == j ? 1 : 0, inner, 1e-12);
                }
            }
        },
        iter: 200);

    [Fact]
    public void A_known_matrix_has_its_known_values()
    {
        var values = new double[2];
        SymmetricEigen.Jacobi([2, 1, 1, 2], values, new double[4]);
        Assert.Equal([1.0, 3.0], values.Order().Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void Sizes_that_do_not_match_are_refused() =>
        Assert.Throws<ArgumentException>(() => SymmetricEigen.Jacobi(new double[4], new double[3], new double[9]));
}
