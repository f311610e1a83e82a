using Cambrian.Numerics.Analysis;
using Cambrian.Numerics.Optimisation;
using Cambrian.Numerics.Sequences;

namespace Cambrian.Numerics.Tests.Sequences;

public sealed class AutocorrelationTests
{
    private static Work Plenty => new(3_000_000_000);

    [Fact]
    public void Few_steps_come_near_the_first_constant_and_stay_above_its_lower_bound() =>
        // Cloninger and Steinerberger 2017: at least 1.28. Matolcsi and Vinuesa 2010: at most 1.5099, with 208 steps.
        Assert.InRange(Peak(FirstAutocorrelation.Begin(40, 20, 1, Plenty)), 1.28, 1.54);

    [Fact]
    public void Refined_functions_get_better_from_step_to_step()
    {
        var coarse = ThirdAutocorrelation.Begin(30, 10, 1, Plenty);
        var fine = ThirdAutocorrelation.Climb(coarse, 2, 120, Plenty);
        Assert.Equal(120, fine.Length);
        Assert.True(Peak(fine) < Peak(coarse));
    }

    [Fact]
    public void The_absolute_value_is_what_the_last_of_the_three_bounds()
    {
        var heights = AbsoluteAutocorrelation.Begin(30, 10, 1, Plenty);
        var square = Convolution.Square(heights);
        Assert.InRange(-square.Min(), 0, square.Max() + 1e-9);
    }

    [Fact]
    public void Fifty_steps_are_as_even_as_those_published() =>
        // Novikov et al. 2025, B.2: 0.8962799 with 50 steps; at most 1.
        Assert.InRange(Evenness(SecondAutocorrelation.Begin(50, 5, 1, Plenty)), 0.885, 1);

    [Fact]
    public void Overlaps_come_near_the_constant_and_stay_above_its_lower_bound()
    {
        // White 2023: at least 0.379005. Haugland 2016: at most 0.380927, with 51 steps.
        var heights = MinimumOverlap.Begin(31, 20, 1, Plenty);
        Assert.InRange(Convolution.Correlation(heights, [.. heights.Select(height => 1 - height)]).Max() * 2 / 31, 0.379005, 0.3820);
        Assert.Equal(0.5, heights.Average(), 1e-9);
        Assert.All(heights, height => Assert.InRange(height, 0, 1));
    }

    [Fact]
    public void Settling_without_the_symmetry_gets_no_worse()
    {
        var mirrored = MinimumOverlap.Begin(21, 5, 1, Plenty);
        var free = MinimumOverlap.Better(mirrored, MinimumOverlap.Settle(mirrored, 1e-3, Plenty));
        Assert.Same(free, MinimumOverlap.Better(free, mirrored));
    }

    [Fact]
    public void Hopping_never_loses_what_it_began_with()
    {
        var start = FirstAutocorrelation.Begin(24, 5, 1, Plenty);
        var hopped = FirstAutocorrelation.Hop(start, 1, 1, new Work(20_000_000));
        Assert.True(Peak(hopped) <= Peak(start));
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { double.NaN, double.PositiveInfinity, -3 })]
    [InlineData(new[] { 0.0, 0, 0, 0 })]
    [InlineData(new[] { -1.0, -1, 1e300, -1e300 })]
    public void Any_array_settles_to_finite_heights(double[] heights)
    {
        double[][] settled =
        [
            FirstAutocorrelation.Settle(heights, double.NaN, Plenty), ThirdAutocorrelation.Settle(heights, -1, Plenty),
            AbsoluteAutocorrelation.Settle(heights, 1e9, Plenty), SecondAutocorrelation.Settle(heights, 0.1, new Work(10_000_000)), MinimumOverlap.Settle(heights, 0.1, Plenty),
        ];
        Assert.All(settled, function => Assert.All(function, height => Assert.True(double.IsFinite(height))));
    }

    private static double Peak(double[] heights) => 2 * heights.Length * Convolution.Square(heights).Max() / Math.Pow(heights.Sum(), 2);

    private static double Evenness(double[] heights)
    {
        double[] c = [0, .. Convolution.Square(heights), 0];
        return c.Zip(c.Skip(1), (left, right) => (left * left) + (left * right) + (right * right)).Sum() / (3 * c.Sum() * c.Max());
    }
}
