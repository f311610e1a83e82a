using System;
using System.Linq;
using System.Numerics;
using Cambrian.Contracts;

/// <summary>
/// The scheme once more, by using it: every matrix unit is multiplied by every other in the way the scheme says, in whole
/// numbers without bound, and the result compared with the product. Nothing is shared with evaluator.cs, which adds up tensors.
/// </summary>
public sealed class ProductCheck : ConstructionCheck<int[]>
{
    public override CaseScore Check(int[] size, int[] answer)
    {
        var (n, m, p, modulus) = (size[0], size[1], size[2], size[3]);
        var width = (n * m) + (m * p) + (p * n);
        if (answer.Length < 4 + width || !answer.Take(3).SequenceEqual(size.Take(3)))
        {
            return CaseScore.Invalid($"A scheme begins with {n}, {m}, {p} and has at least one term.");
        }

        var field = answer[3];
        if (modulus == 2 ? field != 2 || answer.Skip(4).Any(number => number < 0 || number > 1) : field > 0)
        {
            return CaseScore.Invalid("A coefficient or the field itself is not of the field asked for.");
        }

        var complex = field < 0;
        var perTerm = complex ? 2 * width : width;
        if ((answer.Length - 4) % perTerm != 0 || answer.Length - 4 > perTerm * n * m * p)
        {
            return CaseScore.Invalid("The last term is cut short, or there are more than the definition of the product has.");
        }

        var numbers = answer[4..].Select(number => (BigInteger)number).ToArray();
        var terms = numbers.Chunk(perTerm).Select(term => (Re: Part(term, 0, complex), Im: Part(term, 1, complex))).ToArray();
        if (terms.Any(term => new[] { ..(n * m), (n * m)..((n * m) + (m * p)), ((n * m) + (m * p)).. }.Any(factor => term.Re[factor].All(x => x.IsZero) && term.Im[factor].All(x => x.IsZero))))
        {
            return CaseScore.Invalid("A term has a factor of zeros.");
        }

        var scale = complex ? BigInteger.Pow(-(BigInteger)field, 3) : BigInteger.One;
        for (var left = 0; left < n * m; left++)
        {
            for (var right = 0; right < m * p; right++)
            {
                // What the scheme makes of the units E(left) and E(right), for each entry of the transposed product.
                var meets = left % m == right / p;
                for (var entry = 0; entry < p * n; entry++)
                {
                    var (re, im) = (BigInteger.Zero, BigInteger.Zero);
                    foreach (var (x, y) in terms)
                    {
                        var (a, b, c) = (new Complex(x[left], y[left]), new Complex(x[(n * m) + right], y[(n * m) + right]), new Complex(x[(n * m) + (m * p) + entry], y[(n * m) + (m * p) + entry]));
                        var result = a.Times(b).Times(c);
                        (re, im) = (re + result.Re, im + result.Im);
                    }

                    var wanted = meets && entry == (right % p * n) + (left / m) ? scale : BigInteger.Zero;
                    if (modulus == 2 ? !(re - wanted).IsEven : re != wanted || !im.IsZero)
                    {
                        return CaseScore.Invalid($"Units {left} and {right} are multiplied wrongly: entry {entry} of the product.");
                    }
                }
            }
        }

        return new CaseScore(terms.Length);
    }

    private static BigInteger[] Part(BigInteger[] term, int part, bool complex) =>
        complex ? [.. term.Where((_, index) => index % 2 == part)] : part == 0 ? term : new BigInteger[term.Length];

    private readonly record struct Complex(BigInteger Re, BigInteger Im)
    {
        public Complex Times(Complex other) => (Re.IsZero && Im.IsZero) || (other.Re.IsZero && other.Im.IsZero)
            ? default
            : new((Re * other.Re) - (Im * other.Im), (Re * other.Im) + (Im * other.Re));
    }
}
