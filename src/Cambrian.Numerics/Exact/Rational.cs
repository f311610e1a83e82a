using System.Numerics;

namespace Cambrian.Numerics.Exact;

/// <summary>Fractions in lowest terms, without rounding.</summary>
public readonly record struct Rational : IComparable<Rational>
{
    // One digit more than a double has and enough to spare for those that are lost at the ends.
    private const int Digits = 64;

    private readonly BigInteger _numerator;

    // Less by one, so that the default value is zero.
    private readonly BigInteger _excess;

    /// <summary>A fraction, brought to lowest terms.</summary>
    /// <param name="numerator">Any.</param>
    /// <param name="denominator">Not zero.</param>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException($"{numerator} cannot be divided by zero.");
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (_numerator, _excess) = (numerator / divisor, (denominator / divisor) - 1);
    }

    /// <summary>What stands above the line; has the sign.</summary>
    public BigInteger Numerator => _numerator;

    /// <summary>What stands below the line, positive.</summary>
    public BigInteger Denominator => _excess + 1;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => _numerator.Sign;

    /// <summary>A dyadic number as it is.</summary>
    public static implicit operator Rational(Dyadic value) => value.Exponent >= 0
        ? new(value.Mantissa << value.Exponent, BigInteger.One)
        : new(value.Mantissa, BigInteger.One << -value.Exponent);

    /// <summary>The number a finite double stands for.</summary>
    public static implicit operator Rational(double value) => (Dyadic)value;

    /// <summary>A whole number as it is.</summary>
    public static implicit operator Rational(BigInteger value) => new(value, BigInteger.One);

    /// <summary>The exact sum.</summary>
    public static Rational operator +(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The exact difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>The number with the other sign.</summary>
    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    /// <summary>The exact product.</summary>
    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The exact quotient.</summary>
    /// <exception cref="DivideByZeroException">The right number is zero.</exception>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether the left number is smaller.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is larger.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is no larger.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is no smaller.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>Negative, zero or positive as this number is smaller than, equal to or larger than the other.</summary>
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The nearest dyadic number on one side with about so many leading digits; exact when there are no more.</summary>
    /// <param name="digits">Binary digits, at least 1.</param>
    /// <param name="up">Towards plus infinity, else towards minus infinity.</param>
    public Dyadic Leading(int digits, bool up)
    {
        var places = digits - (int)(BigInteger.Abs(Numerator).GetBitLength() - Denominator.GetBitLength());
        var (above, below) = places >= 0 ? (Numerator << places, Denominator) : (Numerator, Denominator << -places);
        return new Dyadic(up ? -Floor(-above, below) : Floor(above, below), -places);
    }

    /// <summary>The largest double that is no larger; minus infinity below all of them.</summary>
    public double Down() => Leading(Digits, up: false).Down();

    /// <summary>The smallest double that is no smaller; infinity above all of them.</summary>
    public double Up() => Leading(Digits, up: true).Up();

    /// <summary>The fraction, as 3/4.</summary>
    public override string ToString() => Denominator.IsOne ? $"{Numerator}" : $"{Numerator}/{Denominator}";

    private static BigInteger Floor(BigInteger above, BigInteger below)
    {
        var quotient = BigInteger.DivRem(above, below, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }
}
