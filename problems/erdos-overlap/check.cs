using System;
using System.Linq;
using System.Numerics;
using Cambrian.Contracts;

/// <summary>
/// The overlap once more, straight from its definition: fractions h and 1 − h over one denominator, and all sums of products at once, as digits of the
/// product of two large numbers (Kronecker's substitution).
/// </summary>
public sealed class OverlapCheck : ConstructionCheck<double[]>
{
    public override CaseScore Check(int[] size, double[] answer)
    {
        if (answer.Length < 1 || answer.Length > size[0] || !answer.All(height => height >= 0 && height <= double.MaxValue) || answer.Max() == 0)
        {
            return CaseScore.Invalid($"Expected 1 to {size[0]} finite heights that are not negative, some of them positive.");
        }

        // The rule of the problem: 53 binary digits of the largest height, smaller ones cut off there.
        var unit = Math.ILogB(answer.Max()) - 52;
        var steps = answer.Select(height => new BigInteger(Math.Floor(Math.ScaleB(Math.ScaleB(height, -unit / 2), -unit - (-unit / 2))))).ToList();
        var whole = 2 * steps.Aggregate(BigInteger.Add);
        var over = steps.Select(step => step * steps.Count).ToList();
        var under = over.Select(step => whole - step).ToList();
        if (under.Any(step => step.Sign < 0))
        {
            return CaseScore.Invalid("A height is above 1 once the mean is 1/2.");
        }

        // Digits wide enough for a sum of n products.
        var width = (int)(2 * whole.GetBitLength()) + 32;
        var product = Pack(over, width) * Pack(Enumerable.Reverse(under), width);
        var largest = Enumerable.Range(0, (2 * steps.Count) - 1).Select(place => (product >> (place * width)) & ((BigInteger.One << width) - 1)).Max();
        return new CaseScore(Quotient(2 * largest, whole * whole * steps.Count));
    }

    private static BigInteger Pack(System.Collections.Generic.IEnumerable<BigInteger> digits, int width)
    {
        var row = digits.ToArray();
        return Pack(row, 0, row.Length, width);
    }

    // Halves first: one digit after the other takes quadratic time.
    private static BigInteger Pack(BigInteger[] digits, int start, int count, int width) => count == 1
        ? digits[start]
        : Pack(digits, start, count / 2, width) + (Pack(digits, start + (count / 2), count - (count / 2), width) << (width * (count / 2)));

    // The least double that is not below the quotient.
    private static double Quotient(BigInteger above, BigInteger below)
    {
        var shift = (int)(below.GetBitLength() - above.GetBitLength()) + 54;
        var quotient = BigInteger.DivRem(above << shift, below, out var rest);
        while (quotient.GetBitLength() > 53)
        {
            rest += quotient & 1;
            quotient >>= 1;
            shift--;
        }

        return Math.ScaleB((double)(rest.IsZero ? quotient : quotient + 1), -shift);
    }
}
