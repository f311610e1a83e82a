using System.Globalization;
using System.Numerics;
using Cambrian.Numerics.Exact;
using CsCheck;

namespace Cambrian.Numerics.Tests.Exact;

public sealed class IntervalTests
{
    private static readonly Dyadic Narrow = new(1, -140);

    // Digits as published: OEIS A000796, A002193, A002162, A049469, A049470, each cut after 40 places.
    [Theory]
    [InlineData("pi", "3.1415926535897932384626433832795028841971")]
    [InlineData("sqrt 2", "1.4142135623730950488016887242096980785696")]
    [InlineData("log 2", "0.6931471805599453094172321214581765680755")]
    [InlineData("sin 1", "0.8414709848078965066525023216302989996225")]
    [InlineData("cos 1", "0.5403023058681397174009366074429766037323")]
    public void Constants_agree_with_published_digits(string name, string digits)
    {
        var enclosure = name switch
        {
            "pi" => IntervalFunctions.Pi,
            "sqrt 2" => IntervalFunctions.Sqrt(2.0),
            "log 2" => IntervalFunctions.Log(2.0),
            "sin 1" => IntervalFunctions.Sin(1.0),
            _ => IntervalFunctions.Cos(1.0),
        };
        var (scale, point) = (BigInteger.Pow(10, 40), digits.IndexOf('.', StringComparison.Ordinal));
        var cut = BigInteger.Parse(digits.Remove(point, 1), CultureInfo.InvariantCulture);

        Assert.True((Rational)enclosure.Lower < new Rational(cut + 1, scale) && (Rational)enclosure.Upper > new Rational(cut, scale));
        Assert.True(enclosure.Upper - enclosure.Lower < Narrow);
    }

    [Fact]
    public void Every_operation_holds_the_exact_result_of_numbers_inside() =>
        Gen.Select(Gen.Double[-4, 4], Gen.Double[-4, 4], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((a, b, wide, wider) =>
        {
            var (x, y) = (new Interval(a, a + (Dyadic)wide), new Interval(b - (Dyadic)wider, b));

            Assert.True((x + y).Contains((Dyadic)a + b));
            Assert.True((x - y).Contains((Dyadic)a - b));
            Assert.True((x * y).Contains((Dyadic)a * b));
            Assert.True((x * y).Contains(x.Middle * y.Middle));
            Assert.True(Interval.Min(x, y).Contains(Math.Min(a, b)) && Interval.Max(x, y).Contains(Math.Max(a, b)));
        });

    [Fact]
    public void A_quotient_times_the_divisor_holds_the_dividend() =>
        Gen.Select(Gen.Double[-4, 4], Gen.Double[0.01, 4], Gen.Bool).Sample((a, b, negative) =>
            Assert.True(((Interval)a / (negative ? -b : b) * (negative ? -b : b)).Contains(a)));

    [Fact]
    public void Functions_hold_what_doubles_give_to_their_last_digits() =>
        Gen.Select(Gen.Double[-1000, 1000], Gen.Double[1e-9, 1e9]).Sample((angle, positive) =>
        {
            AssertNear(Math.Cos(angle), IntervalFunctions.Cos(angle), 1e-15);
            AssertNear(Math.Sin(angle), IntervalFunctions.Sin(angle), 1e-15);
            AssertNear(Math.Sqrt(positive), IntervalFunctions.Sqrt(positive), 1e-15 * Math.Sqrt(positive));
            AssertNear(Math.Log(positive), IntervalFunctions.Log(positive), 1e-14);
        });

    [Fact]
    public void Cosine_and_sine_lie_on_the_unit_circle() =>
        Gen.Double[-1e6, 1e6].Sample(angle =>
        {
            var (cos, sin) = (IntervalFunctions.Cos(angle), IntervalFunctions.Sin(angle));

            Assert.True(((cos * cos) + (sin * sin)).Contains(1.0));
            Assert.True(cos.Upper - cos.Lower < new Dyadic(1, -100));
        });

    [Fact]
    public void A_wide_angle_gives_all_that_it_may_mean()
    {
        var cos = IntervalFunctions.Cos(new Interval(-0.5, 0.5));

        Assert.True(cos.Contains(1.0) && cos.Contains(Math.Cos(0.5)));
        Assert.True(IntervalFunctions.Sin(1e300).Contains(-1.0));
    }

    [Fact]
    public void Signs_are_certain_or_not_given()
    {
        var doubtful = IntervalFunctions.Sqrt(2.0) - IntervalFunctions.Sqrt(2.0);

        Assert.False(doubtful.IsPositive || doubtful.IsNegative);
        Assert.True((IntervalFunctions.Sqrt(2.0) - 1.4142135623730950).IsNegative || (IntervalFunctions.Sqrt(2.0) - 1.4142135623730950).IsPositive);
        Assert.True(IntervalFunctions.Sqrt(2.0) < IntervalFunctions.Sqrt(3.0));
    }

    [Fact]
    public void Arguments_without_a_value_are_the_callers_fault()
    {
        Assert.Throws<DivideByZeroException>(() => (Interval)1.0 / new Interval(-1.0, 1.0));
        Assert.Throws<ArgumentException>(() => IntervalFunctions.Sqrt(-1.0));
        Assert.Throws<ArgumentException>(() => IntervalFunctions.Log(0.0));
    }

    private static void AssertNear(double rounded, Interval enclosure, double tolerance) =>
        Assert.InRange(rounded, enclosure.Lower.Down() - tolerance, enclosure.Upper.Up() + tolerance);
}
