using System.Numerics;

namespace Cambrian.Numerics.Exact;

/// <summary>Enclosures of elementary functions of intervals, about as narrow as the digits of the ends allow.</summary>
public static class IntervalFunctions
{
    // Beyond this the halvings of an angle would cost more digits than there are.
    private const int LargestAngle = 20;

    private static readonly Dyadic One = 1.0;
    private static readonly Interval LogOfTwo = Twice(Area(new Rational(1, 3)));

    /// <summary>π, by Machin's formula 16·arctan ⅕ − 4·arctan 1/239.</summary>
    public static Interval Pi { get; } = ((Interval)16.0 * Arctangent(5)) - ((Interval)4.0 * Arctangent(239));

    /// <summary>The square root.</summary>
    /// <exception cref="ArgumentException">The interval holds a number below zero.</exception>
    public static Interval Sqrt(Interval value)
    {
        if (value.Lower.Sign < 0)
        {
            throw new ArgumentException($"{value} holds numbers below zero, which have no square root.", nameof(value));
        }

        return new Interval(Root(value.Lower, up: false), Root(value.Upper, up: true));
    }

    /// <summary>The cosine of an angle in radians; beyond ±2²⁰, [−1, 1].</summary>
    public static Interval Cos(Interval angle) => Turn(angle).Cos;

    /// <summary>The sine of an angle in radians; beyond ±2²⁰, [−1, 1].</summary>
    public static Interval Sin(Interval angle) => Turn(angle).Sin;

    /// <summary>The natural logarithm.</summary>
    /// <exception cref="ArgumentException">The interval holds a number that is not above zero.</exception>
    public static Interval Log(Interval value)
    {
        if (!value.IsPositive)
        {
            throw new ArgumentException($"{value} holds numbers that are not above zero, which have no logarithm.", nameof(value));
        }

        return new Interval(Log(value.Lower).Lower, Log(value.Upper).Upper);
    }

    // ln m·2ᵏ = k·ln 2 + 2·artanh((m−1)/(m+1)), 1 ≤ m < 2.
    private static Interval Log(Dyadic value)
    {
        var power = value.Magnitude;
        Rational mantissa = value.Shift(-power);
        return ((Interval)(double)power * LogOfTwo) + Twice(Area((mantissa - One) / (mantissa + One)));
    }

    private static Interval Twice(Interval value) => value + value;

    // artanh x = x + x³/3 + x⁵/5 + …, 0 ≤ x ≤ ⅓: what is left out is less than the last term.
    private static Interval Area(Interval x)
    {
        var (sum, power, square, terms) = (x, x, x * x, Interval.Digits / 2);
        for (var k = 1; k <= terms; k++)
        {
            power *= square;
            sum += power / ((2.0 * k) + 1);
        }

        return sum.Widened(Dyadic.Max(power.Upper, default));
    }

    // arctan 1/n = 1/n − 1/3n³ + …: what is left out is less than the last term.
    private static Interval Arctangent(int n)
    {
        Interval x = new Rational(1, n);
        var (sum, power, square, terms) = (x, x, -(x * x), Interval.Digits / 2);
        for (var k = 1; k <= terms; k++)
        {
            power *= square;
            sum += power / ((2.0 * k) + 1);
        }

        return sum.Widened(Dyadic.Max(Dyadic.Abs(power.Lower), Dyadic.Abs(power.Upper)));
    }

    // Both change no faster than the angle, so half the width of the interval is added around its middle.
    private static (Interval Cos, Interval Sin) Turn(Interval angle)
    {
        var middle = angle.Middle;
        if (middle.Magnitude >= LargestAngle)
        {
            return (new Interval(-One, One), new Interval(-One, One));
        }

        // A quarter or less, for the series to converge fast.
        var halvings = Math.Max(0, middle.Magnitude + 3);
        var (cos, sin) = Series(middle.Shift(-halvings));
        for (; halvings > 0; halvings--)
        {
            (cos, sin) = ((cos * cos) - (sin * sin), Twice(sin * cos));
        }

        var radius = (angle.Upper - angle.Lower).Shift(-1);
        return (cos.Widened(radius), sin.Widened(radius));
    }

    // Taylor's series in turn for cosine and sine; the terms alternate and fall, so what is left out is less than the last one.
    private static (Interval Cos, Interval Sin) Series(Interval x)
    {
        Interval cos = One, sin = x, term = x;
        var last = default(Dyadic);
        for (var k = 2; k <= 60; k += 2)
        {
            term = -(term * x) / k;
            cos += term;
            last = Dyadic.Max(Dyadic.Abs(term.Lower), Dyadic.Abs(term.Upper));
            term = term * x / (k + 1.0);
            sin += term;
        }

        return (cos.Widened(last), sin.Widened(last));
    }

    private static Dyadic Root(Dyadic value, bool up)
    {
        // An even exponent, and a mantissa of twice the digits that the root is to have.
        var exponent = Math.Min(value.Exponent, value.Magnitude - (2 * Interval.Digits));
        exponent -= exponent & 1;
        var mantissa = value.Mantissa << (value.Exponent - exponent);
        var root = Root(mantissa);
        return value.Sign == 0 ? default : new Dyadic(up && root * root != mantissa ? root + 1 : root, exponent / 2);
    }

    // Newton's iteration from above falls until it is at the whole part of the root.
    private static BigInteger Root(BigInteger value)
    {
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        for (var next = (root + (value / root)) >> 1; next < root; next = (root + (value / root)) >> 1)
        {
            root = next;
        }

        return root;
    }
}
