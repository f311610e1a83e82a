using System.Numerics;

namespace Cambrian.Numerics.Exact;

/// <summary>
/// Numbers m·2ᵉ with whole m and e, without rounding: every finite double is one, and sums and products of them are too.
/// </summary>
public readonly record struct Dyadic : IComparable<Dyadic>
{
    // m is odd, or both are zero: equal numbers have equal parts.
    private readonly BigInteger _mantissa;
    private readonly int _exponent;

    /// <summary>m·2ᵉ.</summary>
    /// <param name="mantissa">m.</param>
    /// <param name="exponent">e.</param>
    public Dyadic(BigInteger mantissa, int exponent = 0)
    {
        var zeros = mantissa.IsZero ? 0 : (int)BigInteger.TrailingZeroCount(mantissa);
        (_mantissa, _exponent) = mantissa.IsZero ? (mantissa, 0) : (mantissa >> zeros, exponent + zeros);
    }

    /// <summary>m, odd unless the number is zero.</summary>
    public BigInteger Mantissa => _mantissa;

    /// <summary>e; 0 for zero.</summary>
    public int Exponent => _exponent;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => _mantissa.Sign;

    /// <summary>The place of the leading digit: 2ᵏ ≤ |x| &lt; 2ᵏ⁺¹. For zero, the least number there is.</summary>
    public int Magnitude => Sign == 0 ? int.MinValue : _exponent + (int)BigInteger.Abs(_mantissa).GetBitLength() - 1;

    /// <summary>The number a double stands for; <see cref="Of"/> says what is accepted.</summary>
    public static implicit operator Dyadic(double value) => Of(value);

    /// <summary>The number a double stands for.</summary>
    /// <exception cref="ArgumentException">The double is infinite or not a number.</exception>
    public static Dyadic Of(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"{value} is no number; check with double.IsFinite first.", nameof(value));
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        var (exponent, fraction) = ((int)(bits >> 52) & 0x7ff, bits & 0xf_ffff_ffff_ffff);
        var magnitude = exponent == 0 ? fraction : fraction | (1L << 52);
        return new Dyadic(value < 0 ? -magnitude : magnitude, Math.Max(exponent, 1) - 1075);
    }

    /// <summary>A whole number as it is.</summary>
    public static implicit operator Dyadic(BigInteger value) => new(value);

    /// <summary>The exact sum.</summary>
    public static Dyadic operator +(Dyadic left, Dyadic right)
    {
        var exponent = Math.Min(left._exponent, right._exponent);
        return new Dyadic(left.Over(exponent) + right.Over(exponent), exponent);
    }

    /// <summary>The exact difference.</summary>
    public static Dyadic operator -(Dyadic left, Dyadic right) => left + -right;

    /// <summary>The number with the other sign.</summary>
    public static Dyadic operator -(Dyadic value) => new(-value._mantissa, value._exponent);

    /// <summary>The exact product.</summary>
    public static Dyadic operator *(Dyadic left, Dyadic right) => new(left._mantissa * right._mantissa, left._exponent + right._exponent);

    /// <summary>Whether the left number is smaller.</summary>
    public static bool operator <(Dyadic left, Dyadic right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is larger.</summary>
    public static bool operator >(Dyadic left, Dyadic right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is no larger.</summary>
    public static bool operator <=(Dyadic left, Dyadic right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is no smaller.</summary>
    public static bool operator >=(Dyadic left, Dyadic right) => left.CompareTo(right) >= 0;

    /// <summary>The smaller of two.</summary>
    public static Dyadic Min(Dyadic left, Dyadic right) => right < left ? right : left;

    /// <summary>The larger of two.</summary>
    public static Dyadic Max(Dyadic left, Dyadic right) => right > left ? right : left;

    /// <summary>The number without its sign.</summary>
    public static Dyadic Abs(Dyadic value) => new(BigInteger.Abs(value._mantissa), value._exponent);

    /// <summary>Negative, zero or positive as this number is smaller than, equal to or larger than the other.</summary>
    public int CompareTo(Dyadic other) => (this - other).Sign;

    /// <summary>x·2ᵏ.</summary>
    /// <param name="places">k.</param>
    public Dyadic Shift(int places) => new(_mantissa, _exponent + places);

    /// <summary>The nearest number on one side that is a multiple of 2ᵉ.</summary>
    /// <param name="exponent">e.</param>
    /// <param name="up">Towards plus infinity, else towards minus infinity.</param>
    public Dyadic RoundTo(int exponent, bool up)
    {
        var places = exponent - _exponent;

        // Shifting right rounds towards minus infinity.
        return places <= 0 ? this : new Dyadic(up ? -(-_mantissa >> places) : _mantissa >> places, exponent);
    }

    /// <summary>The nearest number on one side with so many leading digits.</summary>
    /// <param name="digits">Binary digits, at least 1.</param>
    /// <param name="up">Towards plus infinity, else towards minus infinity.</param>
    public Dyadic Leading(int digits, bool up) => Sign == 0 ? this : RoundTo(Magnitude - digits + 1, up);

    /// <summary>The largest double that is no larger; minus infinity below all of them.</summary>
    public double Down() => -(-this).Up();

    /// <summary>The smallest double that is no smaller; infinity above all of them.</summary>
    public double Up()
    {
        var rounded = Sign == 0 ? this : RoundTo(Math.Max(Magnitude - 52, -1074), up: true);
        return rounded.Magnitude switch
        {
            > 1023 when rounded.Sign > 0 => double.PositiveInfinity,
            > 1023 => double.MinValue,
            _ => Math.ScaleB((double)rounded._mantissa, rounded._exponent),
        };
    }

    /// <summary>The number to the digits of a double, for messages.</summary>
    public override string ToString() => Down().ToString("R");

    private BigInteger Over(int exponent) => _mantissa << (_exponent - exponent);
}
