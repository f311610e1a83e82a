using Cambrian.Numerics.Analysis;
using CsCheck;

namespace Cambrian.Numerics.Tests.Analysis;

public sealed class ConvolutionTests
{
    [Fact]
    public void Products_of_polynomials_are_convolutions() => Assert.Equal([3.0, 10, 13, 10], Convolution.Product([1, 2], [3, 4, 5]));

    [Fact]
    public void Nothing_convolves_to_nothing() => Assert.Empty(Convolution.Product([], [1, 2]));

    [Fact]
    public void Long_sequences_give_the_sums_that_short_ones_would() =>
        Gen.Select(Gen.Int[257, 700], Gen.Int[257, 700], Gen.Int).Sample((n, m, seed) =>
        {
            var random = new Random(seed);
            double[] a = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() - 0.3)];
            double[] b = [.. Enumerable.Range(0, m).Select(_ => random.NextDouble() - 0.3)];
            var product = Convolution.Product(a, b);
            var k = random.Next(n + m - 1);
            var direct = Enumerable.Range(0, n).Where(i => k - i >= 0 && k - i < m).Sum(i => a[i] * b[k - i]);
            Assert.Equal(n + m - 1, product.Length);
            Assert.Equal(direct, product[k], 1e-11);
        }, iter: 50);

    [Fact]
    public void Correlations_begin_with_the_last_step_over_the_first() =>
        Assert.Equal([3.0 * 4, (2 * 4) + (3 * 5), (1 * 4) + (2 * 5) + (3 * 6), (1 * 5) + (2 * 6), 1 * 6], Convolution.Correlation([1, 2, 3], [4, 5, 6]));
}
