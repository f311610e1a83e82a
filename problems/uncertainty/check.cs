using System;
using System.Linq;
using System.Numerics;
using Cambrian.Contracts;

/// <summary>
/// The last sign change once more, as the last place where the polynomial cannot be shown to be positive: an interval whose constant Taylor coefficient outweighs all others is
/// free of roots, others are halved, the right half first. Hermite's polynomials come from their closed form, and π from Machin's formula in whole numbers.
/// </summary>
public sealed class UncertaintyCheck : ConstructionCheck<double[]>
{
    private const int Depth = 90;

    public override CaseScore Check(int[] size, double[] answer)
    {
        if (answer.Length < 1 || answer.Length > size[0] || !answer.All(double.IsFinite))
        {
            return CaseScore.Invalid($"Expected 1 to {size[0]} finite coefficients.");
        }

        var polynomial = Polynomial(answer);
        var degree = Array.FindLastIndex(polynomial, coefficient => !coefficient.IsZero);
        if (degree < 1)
        {
            return CaseScore.Invalid("The function has no sign change.");
        }

        // Fujiwara's bound: all roots are below 2^reach.
        var lead = (int)BigInteger.Abs(polynomial[degree]).GetBitLength();
        var reach = 1 + Enumerable.Range(0, degree).Where(power => !polynomial[power].IsZero)
            .Max(power => (int)Math.Ceiling((BigInteger.Abs(polynomial[power]).GetBitLength() - lead + 1.0) / (degree - power)));
        // p(y) with y = 2^reach·(v + 1)/2 for v from −1 to 1, positive far out.
        var wide = polynomial.Take(degree + 1).Select((coefficient, power) => coefficient * polynomial[degree].Sign << Math.Max(0, reach * power)).ToArray();
        if (reach < 0 || Last(Half(wide, 1), Depth) is not { } place)
        {
            return CaseScore.Invalid("The function has no sign change beyond 0.");
        }

        // The place is in units of 2^(reach − Depth).
        var quotient = (place << 256) / (2 * Pi(200));
        return new CaseScore(Math.ScaleB((double)(quotient + 1), reach - Depth + 200 - 256));
    }

    // The end of the last of 2^depth parts of (−1, 1) in which p may have a root; null when it has none. A part that touches without a change of sign counts as well.
    private static BigInteger? Last(BigInteger[] p, int depth)
    {
        if (p.Skip(1).Aggregate(BigInteger.Zero, (sum, coefficient) => sum + BigInteger.Abs(coefficient)) < BigInteger.Abs(p[0]))
        {
            return null;
        }

        return depth == 0 ? BigInteger.One
            : Last(Half(p, 1), depth - 1) is { } right ? right + (BigInteger.One << (depth - 1))
            : Last(Half(p, -1), depth - 1);
    }

    // 2ⁿ·p((v + side)/2)
    private static BigInteger[] Half(BigInteger[] p, int side)
    {
        var half = p.Select((coefficient, power) => coefficient << (p.Length - 1 - power)).ToArray();
        for (var from = 0; from < half.Length - 1; from++)
        {
            for (var power = half.Length - 2; power >= from; power--)
            {
                half[power] += side * half[power + 1];
            }
        }

        return half;
    }

    private static BigInteger[] Polynomial(double[] answer)
    {
        var n = answer.Length;
        // All doubles as multiples of 2^−1074, thinned out afterwards.
        var whole = answer.Select(Whole).ToArray();
        var last = Hermite(4 * n);
        var level = whole.Select((coefficient, k) => coefficient * Hermite(4 * k)[0]).Aggregate(BigInteger.Add);
        var sum = last.Select(coefficient => -level * coefficient).ToArray();
        for (var k = 0; k < n; k++)
        {
            var part = Hermite(4 * k);
            for (var power = 0; power < part.Length; power++)
            {
                sum[power] += whole[k] * part[power] * last[0];
            }
        }

        return sum.Skip(1).ToArray();
    }

    // H₂ₘ(x) = Σ (−1)ʲ (2m)!/(j!(2m − 2j)!) (2x)²ᵐ⁻²ʲ, in powers of x².
    private static BigInteger[] Hermite(int degree)
    {
        var coefficients = new BigInteger[(degree / 2) + 1];
        for (var j = 0; j <= degree / 2; j++)
        {
            var power = degree - (2 * j);
            coefficients[power / 2] = (j % 2 == 0 ? 1 : -1) * (Factorial(degree) / (Factorial(j) * Factorial(power)) << power);
        }

        return coefficients;
    }

    private static BigInteger Factorial(int n) => Enumerable.Range(1, n).Aggregate(BigInteger.One, (product, factor) => product * factor);

    private static BigInteger Whole(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var (exponent, fraction) = ((int)(bits >> 52) & 0x7ff, bits & 0xf_ffff_ffff_ffff);
        var magnitude = exponent == 0 ? fraction : new BigInteger(fraction | (1L << 52)) << (exponent - 1);
        return value < 0 ? -magnitude : magnitude;
    }

    // π·2^places, rounded down: 16·arctan(1/5) − 4·arctan(1/239) with 32 places to spare.
    private static BigInteger Pi(int places)
    {
        BigInteger Arctangent(int divisor)
        {
            var (sum, term) = (BigInteger.Zero, (BigInteger.One << (places + 32)) / divisor);
            for (var k = 0; !term.IsZero; k++)
            {
                sum += (k % 2 == 0 ? term : -term) / ((2 * k) + 1);
                term /= divisor * divisor;
            }

            return sum;
        }

        return ((16 * Arctangent(5)) - (4 * Arctangent(239)) - 10_000) >> 32;
    }
}
