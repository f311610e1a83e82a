using System.Numerics;

namespace Cambrian.Numerics.Geometry;

/// <summary>Whether discs overlap, without rounding: every double is a whole multiple of 2⁻¹⁰⁷⁴.</summary>
public static class ExactDiscs
{
    /// <summary>Whether two discs have inner points in common; discs that touch do not.</summary>
    /// <param name="disc">x, y and radius, finite.</param>
    /// <param name="other">x, y and radius, finite.</param>
    public static bool Overlap(ReadOnlySpan<double> disc, ReadOnlySpan<double> other)
    {
        var (dx, dy, sum) = (Whole(disc[0]) - Whole(other[0]), Whole(disc[1]) - Whole(other[1]), Whole(disc[2]) + Whole(other[2]));
        return (dx * dx) + (dy * dy) < sum * sum;
    }

    // value · 2¹⁰⁷⁴
    private static BigInteger Whole(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var (exponent, fraction) = ((int)(bits >> 52) & 0x7ff, bits & 0xf_ffff_ffff_ffff);
        var magnitude = exponent == 0 ? fraction : new BigInteger(fraction | (1L << 52)) << (exponent - 1);
        return value < 0 ? -magnitude : magnitude;
    }
}
