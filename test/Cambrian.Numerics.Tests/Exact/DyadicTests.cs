using System.Numerics;
using Cambrian.Numerics.Exact;
using CsCheck;

namespace Cambrian.Numerics.Tests.Exact;

public sealed class DyadicTests
{
    private static readonly double[] Awkward = [0.0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, 5e-310];

    private static readonly Gen<double> Finite =
        Gen.OneOf(Gen.Double, Gen.Double[-2, 2], Gen.Int[0, 5].Select(index => Awkward[index])).Where(double.IsFinite);

    [Fact]
    public void A_double_comes_back_as_it_went_in() =>
        Finite.Sample(value => Assert.True(((Dyadic)value).Up() == value && ((Dyadic)value).Down() == value));

    [Fact]
    public void Sums_and_products_round_to_the_two_doubles_around_what_doubles_give() =>
        Gen.Select(Finite, Finite).Sample((a, b) =>
        {
            AssertEncloses((Dyadic)a + b, a + b);
            AssertEncloses((Dyadic)a - b, a - b);
            AssertEncloses((Dyadic)a * b, a * b);
        });

    [Fact]
    public void Comparisons_are_those_of_doubles() =>
        Gen.Select(Finite, Finite).Sample((a, b) =>
        {
            Assert.Equal(a < b, (Dyadic)a < b);
            Assert.Equal(a >= b, (Dyadic)a >= b);
            Assert.Equal(Math.Max(a, b), Dyadic.Max(a, b).Up());
        });

    [Fact]
    public void Differences_that_doubles_cannot_see_are_seen()
    {
        Assert.True((Dyadic)1 + 1e-300 > 1.0);
        Assert.Equal(double.BitIncrement(1), ((Dyadic)1 + 1e-300).Up());
        Assert.Equal(1, ((Dyadic)1 + 1e-300).Down());
        Assert.True((Dyadic)1e-200 * 1e-200 > default(Dyadic));
        Assert.Equal(double.Epsilon, ((Dyadic)1e-200 * 1e-200).Up());
        Assert.Equal(0, ((Dyadic)1e-200 * 1e-200).Down());
    }

    [Fact]
    public void Numbers_beyond_doubles_round_to_infinity_or_the_last_double()
    {
        var large = (Dyadic)double.MaxValue * 2.0;

        Assert.Equal(double.PositiveInfinity, large.Up());
        Assert.Equal(double.MaxValue, large.Down());
        Assert.Equal(double.MinValue, (-large).Up());
    }

    [Fact]
    public void Equal_numbers_are_equal_however_they_were_made()
    {
        Assert.Equal(new Dyadic(3, 2), new Dyadic(12));
        Assert.Equal(default, (Dyadic)0.5 - 0.5);
        Assert.Equal((Dyadic)(BigInteger)12, (Dyadic)12.0);
    }

    [Fact]
    public void Rounding_keeps_leading_digits()
    {
        Assert.Equal(new Dyadic(3, 1), new Dyadic(7).Leading(2, up: false));
        Assert.Equal(new Dyadic(8), new Dyadic(7).Leading(2, up: true));
        Assert.Equal(new Dyadic(-8), new Dyadic(-7).Leading(2, up: false));
    }

    [Fact]
    public void What_is_no_number_is_the_callers_fault() => Assert.Throws<ArgumentException>(() => (Dyadic)double.NaN);

    private static void AssertEncloses(Dyadic exact, double rounded)
    {
        Assert.True(exact.Down() <= rounded && rounded <= exact.Up());
        Assert.True(exact.Up() <= double.BitIncrement(exact.Down()));
    }
}
