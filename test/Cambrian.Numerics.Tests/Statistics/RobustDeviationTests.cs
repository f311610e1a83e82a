using Cambrian.Numerics.Statistics;

namespace Cambrian.Numerics.Tests.Statistics;

public sealed class RobustDeviationTests
{
    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1 / 1.4826)]
    [InlineData(1, -2 / 1.4826)]
    public void It_is_the_distance_from_the_median_in_units_of_the_scaled_median_deviation(double value, double expected) =>
        Assert.Equal(expected, RobustDeviation.Of(value, [1, 2, 3, 4, 5], least: 0.1), 12);

    [Fact]
    public void Wild_values_among_the_others_do_not_hide_one_more() =>
        Assert.InRange(RobustDeviation.Of(1000, [1, 2, 3, 4, 5, 6, 1000, 2000], least: 0.1), 100, double.PositiveInfinity);

    [Fact]
    public void Others_that_are_all_alike_count_as_if_they_varied_a_little() => Assert.Equal(3, RobustDeviation.Of(5.3, [5, 5, 5], least: 0.1), 9);

    [Fact]
    public void Without_others_nothing_is_far() => Assert.Equal(0, RobustDeviation.Of(7, [], least: 1));
}
