using Cambrian.Numerics.Sequences;

namespace Cambrian.Numerics.Tests.Sequences;

public sealed class ExactStepsTests
{
    [Fact]
    public void Heights_are_multiples_of_the_last_digit_of_the_largest() =>
        Assert.Equal([1L << 52, 1L << 51, 0, -(1L << 52)], ExactSteps.Whole([1, 0.5, 1e-30, -1]));

    [Fact]
    public void What_is_below_the_unit_is_rounded_down() => Assert.Equal([1L << 52, -1], ExactSteps.Whole([1, -1e-30]));

    [Fact]
    public void Sums_of_products_are_exact() => Assert.Equal([9, 24, 46, 40, 25], ExactSteps.Autoconvolution([3, 4, 5]).Select(sum => (int)sum));

    [Fact]
    public void Correlations_begin_with_the_sum_of_squares() => Assert.Equal([50, 32, 15], ExactSteps.Autocorrelation([3, 4, 5]).Select(sum => (int)sum));

    [Fact]
    public void Only_numbers_are_heights() => Assert.Throws<ArgumentException>(() => ExactSteps.Whole([double.NaN]));
}
