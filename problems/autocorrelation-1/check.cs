using System;
using System.Linq;
using System.Numerics;
using Cambrian.Contracts;

/// <summary>
/// The autoconvolution once more as the square of one large number whose digits are the heights (Kronecker's substitution); digits of negative heights borrow
/// from the next, which is undone when the square is read.
/// </summary>
public sealed class AutocorrelationCheck : ConstructionCheck<double[]>
{
    public override CaseScore Check(int[] size, double[] answer)
    {
        if (answer.Length < 1 || answer.Length > size[0] || answer.Any(height => !(Math.Abs(height) <= double.MaxValue)) || (size[1] == 0 && answer.Min() < 0))
        {
            return CaseScore.Invalid($"Expected 1 to {size[0]} finite heights{(size[1] == 0 ? " that are not negative" : "")}.");
        }

        var largest = answer.Max(Math.Abs);
        // The rule of the problem: 53 binary digits of the largest height, smaller ones cut off there.
        var unit = largest == 0 ? 0 : Math.ILogB(largest) - 52;
        var steps = answer.Select(height => new BigInteger(Math.Floor(Math.ScaleB(Math.ScaleB(height, -unit / 2), -unit - (-unit / 2))))).ToArray();
        var sum = steps.Aggregate(BigInteger.Add);
        if (sum.IsZero)
        {
            return CaseScore.Invalid("The integral is zero.");
        }

        const int Width = 160;
        var square = BigInteger.Pow(Pack(steps, 0, steps.Length, Width), 2);
        var half = BigInteger.One << (Width - 1);
        // Half a digit added everywhere makes all digits positive; a last one takes the carry.
        var offset = Pack([.. Enumerable.Repeat(half, 2 * steps.Length)], 0, 2 * steps.Length, Width);
        var bytes = (square + offset).ToByteArray(isUnsigned: true);
        var peak = Enumerable.Range(0, (2 * steps.Length) - 1)
            .Select(place => new BigInteger(bytes.AsSpan(place * Width / 8, Width / 8), isUnsigned: true) - half)
            .Max(value => size[2] == 1 ? BigInteger.Abs(value) : value);
        return new CaseScore(Quotient(2 * steps.Length * peak, sum * sum));
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
