using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Optimisation;

public sealed class CholeskyTests
{
    [Fact]
    public void The_factor_of_a_known_matrix_is_the_published_one()
    {
        // The example of the article on Cholesky factorisation that every textbook repeats.
        double[] matrix = [4, 12, -16, 12, 37, -43, -16, -43, 98];

        Assert.True(Cholesky.TryFactor(matrix, 3));
        Assert.Equal([2, 6, 1, -8, 5, 3], [matrix[0], matrix[3], matrix[4], matrix[6], matrix[7], matrix[8]]);
    }

    [Fact]
    public void Solving_gives_back_the_vector_that_was_multiplied() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int).Sample((n, seed) =>
        {
            var random = new Random(seed);
            var (matrix, expected) = (PositiveDefinite(n, random), Enumerable.Range(0, n).Select(_ => random.NextDouble() - 0.5).ToArray());
            var vector = Multiply(matrix, expected);

            Assert.True(Cholesky.TryFactor(matrix, n));
            Cholesky.Solve(matrix, n, vector);

            Assert.All(Enumerable.Range(0, n), i => Assert.Equal(expected[i], vector[i], 1e-8));
        }, iter: 200);

    [Theory]
    [InlineData(1.0, 2.0, 1.0)]
    [InlineData(0.0, 0.0, 0.0)]
    [InlineData(double.NaN, 0.0, 1.0)]
    [InlineData(double.PositiveInfinity, 0.0, 1.0)]
    public void A_matrix_that_is_not_positive_definite_is_refused(double first, double off, double second) =>
        Assert.False(Cholesky.TryFactor([first, off, off, second], 2));

    private static double[] PositiveDefinite(int n, Random random)
    {
        var root = Enumerable.Range(0, n * n).Select(_ => random.NextDouble() - 0.5).ToArray();
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                matrix[(i * n) + j] = Enumerable.Range(0, n).Sum(k => root[(i * n) + k] * root[(j * n) + k]) + (i == j ? 1 : 0);
            }
        }

        return matrix;
    }

    private static double[] Multiply(double[] matrix, double[] vector) =>
        [.. vector.Select((_, i) => vector.Select((value, j) => matrix[(i * vector.Length) + j] * value).Sum())];
}
