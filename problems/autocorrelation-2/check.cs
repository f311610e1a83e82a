using System;
using System.Linq;
using System.Numerics;
using Cambrian.Contracts;

/// <summary>
/// The evenness once more: the autoconvolution as the square of one large number whose digits are the heights (Kronecker's substitution), its square integral as
/// 2Σc² + Σcₖcₖ₊₁, and its integral as the square of that of f.
/// </summary>
public sealed class EvennessCheck : ConstructionCheck<double[]>
{
    private const int Width = 160;

    public override CaseScore Check(int[] size, double[] answer)
    {
        var usable = answer.Length >= 1 && answer.Length <= size[0] && answer.All(height => height >= 0 && height <= double.MaxValue);
        if (!usable || answer.Max() == 0)
        {
            return CaseScore.Invalid($"Expected 1 to {size[0]} finite heights that are not negative, some of them positive.");
        }

        // The rule of the problem: 53 binary digits of the largest height, smaller ones cut off there.
        var unit = Math.ILogB(answer.Max()) - 52;
        var steps = answer.Select(height => new BigInteger(Math.Floor(Math.ScaleB(Math.ScaleB(height, -unit / 2), -unit - (-unit / 2))))).ToArray();
        var square = BigInteger.Pow(Pack(steps, 0, steps.Length), 2).ToByteArray(isUnsigned: true);
        Array.Resize(ref square, 2 * steps.Length * Width / 8);
        var digits = Enumerable.Range(0, (2 * steps.Length) - 1).Select(place => new BigInteger(square.AsSpan(place * Width / 8, Width / 8), isUnsigned: true)).ToArray();
        var energy = BigInteger.Zero;
        for (var place = 0; place < digits.Length; place++)
        {
            energy += digits[place] * ((2 * digits[place]) + (place + 1 < digits.Length ? digits[place + 1] : 0));
        }

        var integral = BigInteger.Pow(steps.Aggregate(BigInteger.Add), 2);
        // Rounded down to 2^-60.
        return new CaseScore(Math.ScaleB((double)((energy << 60) / (3 * integral * digits.Max())), -60));
    }

    // Halves first: one digit after the other takes quadratic time.
    private static BigInteger Pack(BigInteger[] digits, int start, int count) => count == 1
        ? digits[start]
        : Pack(digits, start, count / 2) + (Pack(digits, start + (count / 2), count - (count / 2)) << (Width * (count / 2)));
}
