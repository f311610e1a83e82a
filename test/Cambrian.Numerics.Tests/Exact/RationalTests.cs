using Cambrian.Numerics.Exact;
using CsCheck;

namespace Cambrian.Numerics.Tests.Exact;

public sealed class RationalTests
{
    [Fact]
    public void A_third_is_between_the_doubles_around_it()
    {
        var third = new Rational(1, 3);

        Assert.Equal(1.0 / 3, third.Down());
        Assert.Equal(double.BitIncrement(1.0 / 3), third.Up());
        Assert.Equal(-1.0 / 3, (-third).Up());
        Assert.Equal(new Rational(1, 1), third + third + third);
    }

    [Fact]
    public void Fractions_are_in_lowest_terms_with_a_positive_denominator()
    {
        Assert.Equal(new Rational(-2, 3), new Rational(4, -6));
        Assert.Equal("-2/3", new Rational(4, -6).ToString());
        Assert.Equal(default, new Rational(0, -5));
    }

    [Fact]
    public void Quotients_of_doubles_round_to_those_that_doubles_give() =>
        Gen.Select(Gen.Double[-1e9, 1e9], Gen.Double[1e-9, 1e9]).Sample((a, b) =>
        {
            var exact = (Rational)a / b;

            Assert.True(exact.Down() <= a / b && a / b <= exact.Up() && exact.Up() <= double.BitIncrement(exact.Down()));
        });

    [Fact]
    public void Arithmetic_is_that_of_a_field() =>
        Gen.Select(Gen.Double[-9, 9], Gen.Double[-9, 9], Gen.Double[1, 9]).Sample((a, b, c) =>
        {
            Rational x = a, y = b, z = c;

            Assert.Equal((x * z) + (y * z), (x + y) * z);
            Assert.Equal(x, (x - y) / z * z + y);
            Assert.Equal(a < b, x < y);
        });

    [Fact]
    public void Nothing_is_divided_by_zero() => Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
}
