using Cambrian.Report;
using CsCheck;

namespace Cambrian.Tests.Report;

public sealed class AxisTests
{
    [Fact]
    public void Ends_of_the_scale_are_ends_of_the_axis_and_everything_else_lies_between() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[1e-3, 1e6], Gen.Double[-2e6, 2e6]).Sample((low, span, value) =>
        {
            var axis = Axis.Linear(low, low + span, 100, 10);
            return axis.At(low) == 100 && Math.Abs(axis.At(low + span) - 10) < 1e-6 && axis.At(value) is >= 10 and <= 100;
        });

    [Fact]
    public void Ticks_are_few_and_within_the_ends() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[1e-3, 1e6]).Sample((low, span) =>
        {
            var ticks = Axis.Linear(low, low + span, 0, 100).Ticks(5).ToList();
            return ticks.Count is >= 1 and <= 12 && ticks.All(tick => tick >= low - (span * 1e-6) && tick <= low + (span * 1.000001));
        });

    [Theory]
    [InlineData(20_000, "20k")]
    [InlineData(2_500_000, "2.5M")]
    [InlineData(0.5, "0.5")]
    public void Great_ticks_are_shortened(double tick, string text) => Assert.Equal(text, Axis.Label(tick));

    [Fact]
    public void What_is_counted_has_whole_ticks() => Assert.Equal([0, 1, 2], Axis.Counting(2, 0, 100).Ticks(8));
}
