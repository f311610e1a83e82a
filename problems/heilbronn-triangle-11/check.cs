using System;
using System.Linq;
using System.Numerics;
using Cambrian.Contracts;

/// <summary>The smallest triangle once more, in whole numbers: coordinates as multiples of 2⁻¹⁰⁷⁴, areas by the shoelace formula. Nothing is shared with evaluator.cs.</summary>
public sealed class PointsInTriangleCheck : ConstructionCheck<double[]>
{
    public override CaseScore Check(int[] size, double[] answer)
    {
        var count = size[0];
        if (answer.Length != 2 * count || !answer.All(double.IsFinite))
        {
            return CaseScore.Invalid($"Expected {2 * count} finite numbers.");
        }

        BigInteger[] x = [.. answer.Where((_, index) => index % 2 == 0).Select(Whole)], y = [.. answer.Where((_, index) => index % 2 == 1).Select(Whole)];
        var one = BigInteger.One << 1074;
        if (x.Any(number => number.Sign < 0) || y.Any(number => number.Sign < 0) || x.Zip(y).Any(point => point.First + point.Second > one))
        {
            return CaseScore.Invalid("A point is outside the triangle.");
        }

        var smallest = one * one;
        for (var a = 0; a < count; a++)
        {
            for (var b = a + 1; b < count; b++)
            {
                for (var c = b + 1; c < count; c++)
                {
                    var twice = (x[a] * y[b]) - (x[b] * y[a]) + (x[b] * y[c]) - (x[c] * y[b]) + (x[c] * y[a]) - (x[a] * y[c]);
                    smallest = BigInteger.Min(smallest, BigInteger.Abs(twice));
                }
            }
        }

        // Cut to 2⁻¹⁰⁰: enough digits for any share worth having.
        return new CaseScore(Math.ScaleB((double)(smallest >> 2048), -100));
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
