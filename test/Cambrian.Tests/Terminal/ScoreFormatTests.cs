using Cambrian.Core;
using Cambrian.Terminal;
using CsCheck;

namespace Cambrian.Tests.Terminal;

public sealed class ScoreFormatTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(112, "112")]
    [InlineData(2.6359830, "2.63598")]
    [InlineData(0.68, "0.68")]
    [InlineData(-3.98112, "-3.98112")]
    [InlineData(1234567.8, "1,234,568")]
    [InlineData(0.00001234, "0.00001234")]
    [InlineData(1.5e-9, "1.5e-9")]
    [InlineData(2e15, "2e+15")]
    [InlineData(double.NaN, "not a number")]
    [InlineData(double.NegativeInfinity, "none")]
    public void Numbers_have_six_significant_digits(double value, string text) => Assert.Equal(text, ScoreFormat.Number(value));

    [Fact]
    public void What_is_written_is_within_a_millionth_of_the_value() =>
        Gen.Double[-1e9, 1e9].Sample(value => Math.Abs(double.Parse(ScoreFormat.Number(value), System.Globalization.CultureInfo.InvariantCulture) - value) <= Math.Max(1e-5 * Math.Abs(value), 1e-10));

    [Fact]
    public void Scores_are_shown_in_the_problems_own_direction_and_unit()
    {
        Assert.Equal("0.68 % excess", new ScoreFormat(Direction.Minimise, "% excess").OrientedWithUnit(-0.68));
        Assert.Equal("0", new ScoreFormat(Direction.Minimise, "").Oriented(0));
        Assert.Equal("112", new ScoreFormat(Direction.Maximise, "").OrientedWithUnit(112));
        Assert.Equal("none", new ScoreFormat(Direction.Maximise, "points").OrientedWithUnit(double.NegativeInfinity));
    }
}
