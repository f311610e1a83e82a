using Cambrian.Terminal;
using CsCheck;

namespace Cambrian.Tests.Terminal;

public sealed class BrailleCurveTests
{
    [Fact]
    public void A_rising_line_starts_at_the_bottom_left_and_ends_at_the_top_right()
    {
        var lines = BrailleCurve.Draw([0, 1, 2, 3, 4, 5, 6, 7], 2);
        Assert.Equal("\u2800\u2800", lines[0][..2]);
        Assert.Equal('\u2800', lines[1][3]);
        Assert.NotEqual('\u2800', lines[1][0]);
        Assert.NotEqual('\u2800', lines[0][3]);
    }

    [Fact]
    public void A_constant_is_a_line_at_the_bottom() => Assert.Equal(["⠀⠀", "⣀⣀"], BrailleCurve.Draw([5, 5, 5, 5], 2));

    [Fact]
    public void Values_that_are_not_finite_are_left_out() => Assert.Equal(["⠀⣀"], BrailleCurve.Draw([double.NegativeInfinity, double.NaN, 1, 1], 1));

    [Fact]
    public void Every_picture_has_the_size_asked_for_and_nothing_but_braille() =>
        Gen.Select(Gen.Double.Array[0, 40], Gen.Int[1, 6]).Sample((values, rows) =>
        {
            var lines = BrailleCurve.Draw(values, rows);
            return lines.Count == rows && lines.All(line => line.Length == (values.Length + 1) / 2 && line.All(c => c is >= '\u2800' and <= '\u28FF'));
        });
}
