using System;
using System.Linq;
using System.Numerics;
using Cambrian.Contracts;

/// <summary>
/// The ratio once more, in whole numbers: all coordinates as multiples of 2⁻¹⁰⁷⁴, and the quotient by bisection over the doubles. Nothing is shared
/// with evaluator.cs.
/// </summary>
public sealed class DistanceRatioCheck : ConstructionCheck<double[]>
{
    public override CaseScore Check(int[] size, double[] answer)
    {
        var (count, dimension) = (size[0], size[1]);
        if (answer.Length != count * dimension || !answer.All(double.IsFinite))
        {
            return CaseScore.Invalid($"Expected {count * dimension} finite numbers.");
        }

        BigInteger shortest = -1, longest = -1;
        for (var a = 0; a < count; a++)
        {
            for (var b = a + 1; b < count; b++)
            {
                BigInteger squared = 0;
                for (var k = 0; k < dimension; k++)
                {
                    var difference = Whole(answer[(a * dimension) + k]) - Whole(answer[(b * dimension) + k]);
                    squared += difference * difference;
                }

                shortest = shortest < 0 || squared < shortest ? squared : shortest;
                longest = squared > longest ? squared : longest;
            }
        }

        return shortest.IsZero ? CaseScore.Invalid("Two points coincide.") : new CaseScore(LeastAtOrAbove(longest, shortest));
    }

    // The least double d with d · below ≥ above, found among the bit patterns of positive doubles, which are in order of size.
    private static double LeastAtOrAbove(BigInteger above, BigInteger below)
    {
        var (low, high) = (0L, BitConverter.DoubleToInt64Bits(double.PositiveInfinity));
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Whole(BitConverter.Int64BitsToDouble(middle)) * below >= above << 1074 ? (low, middle) : (middle, high);
        }

        return BitConverter.Int64BitsToDouble(high);
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
