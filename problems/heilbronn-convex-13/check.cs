using System;
using System.Linq;
using System.Numerics;
using Cambrian.Contracts;

/// <summary>The quotient once more, in whole numbers: coordinates as multiples of 2⁻¹⁰⁷⁴, areas by the shoelace formula, and as sides of the hull those pairs that have all others on one hand. Nothing is shared with evaluator.cs.</summary>
public sealed class PointsInHullCheck : ConstructionCheck<double[]>
{
    public override CaseScore Check(int[] size, double[] answer)
    {
        var count = size[0];
        if (answer.Length != 2 * count || !answer.All(double.IsFinite))
        {
            return CaseScore.Invalid($"Expected {2 * count} finite numbers.");
        }

        BigInteger[] x = [.. answer.Where((_, index) => index % 2 == 0).Select(Whole)], y = [.. answer.Where((_, index) => index % 2 == 1).Select(Whole)];
        BigInteger Twice(int a, int b, int c) => (x[a] * y[b]) - (x[b] * y[a]) + (x[b] * y[c]) - (x[c] * y[b]) + (x[c] * y[a]) - (x[a] * y[c]);
        var all = Enumerable.Range(0, count).ToArray();
        var smallest = (from a in all from b in all[..a] from c in all[..b] select BigInteger.Abs(Twice(a, b, c))).Min();
        if (smallest.IsZero)
        {
            return CaseScore.Invalid("Three points are on a line.");
        }

        var sides = from a in all from b in all where a != b && all.All(c => c == a || c == b || Twice(a, b, c).Sign > 0) select (a, b);
        var hull = sides.Aggregate(BigInteger.Zero, (sum, side) => sum + (x[side.a] * y[side.b]) - (x[side.b] * y[side.a]));

        // Cut to 2⁻¹⁰⁰: enough digits for any share worth having.
        return new CaseScore(Math.ScaleB((double)((smallest << 100) / hull), -100));
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
