using System.Numerics;

namespace Cambrian.Numerics.Exact;

/// <summary>
/// All numbers from one to another, known to hold a real number that is not exactly known. Ends are dyadic and rounded outwards to
/// 160 binary digits after every operation, so whatever is true of the whole interval is true of the number (Moore 1966, Interval
/// Analysis).
/// </summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end, not below the lower one.</param>
public readonly record struct Interval(Dyadic Lower, Dyadic Upper)
{
    internal const int Digits = 160;

    /// <summary>The middle of the interval.</summary>
    public Dyadic Middle => (Lower + Upper).Shift(-1);

    /// <summary>Whether every number of the interval is above zero.</summary>
    public bool IsPositive => Lower.Sign > 0;

    /// <summary>Whether every number of the interval is below zero.</summary>
    public bool IsNegative => Upper.Sign < 0;

    /// <summary>A number that is exactly known.</summary>
    public static implicit operator Interval(Dyadic value) => new(value, value);

    /// <summary>A finite double, as the number it stands for.</summary>
    public static implicit operator Interval(double value) => (Dyadic)value;

    /// <summary>An enclosure of a fraction.</summary>
    public static implicit operator Interval(Rational value) => new(value.Leading(Digits, up: false), value.Leading(Digits, up: true));

    /// <summary>An enclosure of the sum.</summary>
    public static Interval operator +(Interval left, Interval right) => Round(left.Lower + right.Lower, left.Upper + right.Upper);

    /// <summary>An enclosure of the difference.</summary>
    public static Interval operator -(Interval left, Interval right) => left + -right;

    /// <summary>The interval mirrored at zero.</summary>
    public static Interval operator -(Interval value) => new(-value.Upper, -value.Lower);

    /// <summary>An enclosure of the product.</summary>
    public static Interval operator *(Interval left, Interval right)
    {
        var (a, b) = (left.Lower * right.Lower, left.Lower * right.Upper);
        var (c, d) = (left.Upper * right.Lower, left.Upper * right.Upper);
        return Round(Dyadic.Min(Dyadic.Min(a, b), Dyadic.Min(c, d)), Dyadic.Max(Dyadic.Max(a, b), Dyadic.Max(c, d)));
    }

    /// <summary>An enclosure of the quotient.</summary>
    /// <exception cref="DivideByZeroException">The right interval holds zero.</exception>
    public static Interval operator /(Interval left, Interval right)
    {
        if (!right.IsPositive && !right.IsNegative)
        {
            throw new DivideByZeroException($"The divisor, {right}, cannot be told from zero.");
        }

        return left * new Interval(Inverse(right.Upper, up: false), Inverse(right.Lower, up: true));
    }

    /// <summary>The interval of all smaller ones of two numbers.</summary>
    public static Interval Min(Interval left, Interval right) => new(Dyadic.Min(left.Lower, right.Lower), Dyadic.Min(left.Upper, right.Upper));

    /// <summary>The interval of all larger ones of two numbers.</summary>
    public static Interval Max(Interval left, Interval right) => new(Dyadic.Max(left.Lower, right.Lower), Dyadic.Max(left.Upper, right.Upper));

    /// <summary>Whether every number of the left interval is smaller than every one of the right.</summary>
    public static bool operator <(Interval left, Interval right) => left.Upper < right.Lower;

    /// <summary>Whether every number of the left interval is larger than every one of the right.</summary>
    public static bool operator >(Interval left, Interval right) => right < left;

    /// <summary>Whether every number of the left interval is at most as large as every one of the right.</summary>
    public static bool operator <=(Interval left, Interval right) => left.Upper <= right.Lower;

    /// <summary>Whether every number of the left interval is at least as large as every one of the right.</summary>
    public static bool operator >=(Interval left, Interval right) => right <= left;

    /// <summary>Whether a number is in the interval.</summary>
    public bool Contains(Dyadic value) => Lower <= value && value <= Upper;

    /// <summary>The ends to the digits of doubles, for messages.</summary>
    public override string ToString() => $"[{Lower.Down():R}, {Upper.Up():R}]";

    internal static Interval Round(Dyadic lower, Dyadic upper) => new(lower.Leading(Digits, up: false), upper.Leading(Digits, up: true));

    // The ends grown by as much.
    internal Interval Widened(Dyadic radius) => Round(Lower - radius, Upper + radius);

    // 2ᵏ/m is rounded to one more digit than is kept; the quotient of a negative number is that of its mirror image.
    private static Dyadic Inverse(Dyadic value, bool up)
    {
        if (value.Sign < 0)
        {
            return -Inverse(-value, !up);
        }

        var places = Digits + 1 + (int)value.Mantissa.GetBitLength();
        var quotient = BigInteger.DivRem(BigInteger.One << places, value.Mantissa, out var remainder);
        return new Dyadic(up && !remainder.IsZero ? quotient + 1 : quotient, -places - value.Exponent).Leading(Digits, up);
    }
}
