using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Cambrian.Contracts;

/// <summary>
/// The packing once more, in fractions. A double is mantissa · 2^exponent, and all quantities of one comparison are brought to the least exponent among
/// them; nothing is shared with evaluator.cs, which works in multiples of 2⁻¹⁰⁷⁴ throughout.
/// </summary>
public sealed class PackingCheck : ConstructionCheck<double[]>
{
    public override CaseScore Check(int[] size, double[] answer)
    {
        var count = size[0];
        if (answer.Length != count * 3 || answer.Any(number => double.IsNaN(number) || double.IsInfinity(number)))
        {
            return CaseScore.Invalid($"Expected {count * 3} finite numbers.");
        }

        var discs = answer.Chunk(3).Select(disc => (X: Dyadic.Of(disc[0]), Y: Dyadic.Of(disc[1]), R: Dyadic.Of(disc[2]))).ToArray();
        var (zero, one) = (Dyadic.Of(0), Dyadic.Of(1));
        foreach (var (x, y, r) in discs)
        {
            var sides = new[] { r, x - r, y - r, one - x - r, one - y - r };
            var broken = Array.FindIndex(sides, side => side.Sign < 0);
            if (broken >= 0)
            {
                return CaseScore.Invalid($"A disc has {new[] { "a negative radius", "its left end outside", "its lower end outside", "its right end outside", "its upper end outside" }[broken]}.");
            }
        }

        var pairs = from i in Enumerable.Range(0, count) from j in Enumerable.Range(i + 1, count - i - 1) select (First: discs[i], Second: discs[j]);
        foreach (var (first, second) in pairs)
        {
            var (dx, dy, reach) = (first.X - second.X, first.Y - second.Y, first.R + second.R);
            if (((dx * dx) + (dy * dy) - (reach * reach)).Sign < 0)
            {
                return CaseScore.Invalid("Two discs overlap.");
            }
        }

        return new CaseScore(discs.Aggregate(zero, (sum, disc) => sum + disc.R).RoundedDown());
    }

    /// <summary>Mantissa · 2^Exponent, exactly.</summary>
    private readonly record struct Dyadic(BigInteger Mantissa, int Exponent)
    {
        public int Sign => Mantissa.Sign;

        public static Dyadic Of(double value)
        {
            var exponent = value == 0 ? 0 : Math.Max(Math.ILogB(value), -1022) - 52;
            // Scaled in two steps: one factor alone may be beyond the range of a double.
            var mantissa = Math.ScaleB(Math.ScaleB(value, -exponent / 2), -exponent - (-exponent / 2));
            return new Dyadic(new BigInteger(mantissa), exponent);
        }

        public static Dyadic operator +(Dyadic a, Dyadic b)
        {
            var least = Math.Min(a.Exponent, b.Exponent);
            return new Dyadic((a.Mantissa << (a.Exponent - least)) + (b.Mantissa << (b.Exponent - least)), least);
        }

        public static Dyadic operator -(Dyadic a, Dyadic b) => a + new Dyadic(-b.Mantissa, b.Exponent);

        public static Dyadic operator *(Dyadic a, Dyadic b) => new(a.Mantissa * b.Mantissa, a.Exponent + b.Exponent);

        /// <summary>To 53 significant bits, towards zero, for what is not negative.</summary>
        public double RoundedDown()
        {
            var surplus = (int)Math.Max(0, Mantissa.GetBitLength() - 53);
            return Math.ScaleB((double)(Mantissa >> surplus), Exponent + surplus);
        }
    }
}
