using System;
using System.Linq;
using System.Numerics;
using Cambrian.Contracts;

/// <summary>The packing once more, in whole numbers: everything as multiples of 2⁻¹⁰⁷⁴. Nothing is shared with evaluator.cs.</summary>
public sealed class DiscsInRectangleCheck : ConstructionCheck<double[]>
{
    public override CaseScore Check(int[] size, double[] answer)
    {
        var count = size[0];
        if (answer.Length != 3 * count || !answer.All(double.IsFinite))
        {
            return CaseScore.Invalid($"Expected {3 * count} finite numbers.");
        }

        var whole = answer.Select(Whole).ToArray();
        BigInteger sum = 0, left = whole[0], right = whole[0], low = whole[1], high = whole[1];
        for (var a = 0; a < whole.Length; a += 3)
        {
            var (x, y, r) = (whole[a], whole[a + 1], whole[a + 2]);
            if (r < 0)
            {
                return CaseScore.Invalid("A radius is negative.");
            }

            (left, right) = (BigInteger.Min(left, x - r), BigInteger.Max(right, x + r));
            (low, high) = (BigInteger.Min(low, y - r), BigInteger.Max(high, y + r));
            sum += r;
            for (var b = a + 3; b < whole.Length; b += 3)
            {
                if (BigInteger.Pow(x - whole[b], 2) + BigInteger.Pow(y - whole[b + 1], 2) < BigInteger.Pow(r + whole[b + 2], 2))
                {
                    return CaseScore.Invalid("Two discs overlap.");
                }
            }
        }

        // Cut to 2⁻⁵⁰, a unit in the last place of a sum of about 2.
        return right - left + high - low > BigInteger.One << 1075
            ? CaseScore.Invalid("The rectangle is too large.")
            : new CaseScore(Math.ScaleB((double)(sum >> 1024), -50));
    }

    // value · 2¹⁰⁷⁴
    private static BigInteger Whole(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(Math.Abs(value));
        var (exponent, mantissa) = ((int)(bits >> 52), (BigInteger)(bits & ((1UL << 52) - 1)));
        var whole = exponent == 0 ? mantissa : (mantissa + (1L << 52)) << (exponent - 1);
        return double.IsNegative(value) ? -whole : whole;
    }
}
