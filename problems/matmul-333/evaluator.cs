using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Cambrian.Contracts;
using Cambrian.Numerics.Optimisation;

public delegate int[] Construct(int[] size, int[] start, Work work);

/// <summary>
/// A case is n, m, p and the field: 2 for the field of two elements, 0 for numbers. An answer begins with the same four numbers, and
/// the coefficients of the terms follow, n·m, m·p and p·n each. Over numbers the fourth may also be a common denominator d of complex
/// coefficients, as −d: then each coefficient is two numbers, its real and its imaginary part.
/// </summary>
public sealed class MatrixProduct : Evaluator<Construct, ConstructionCase<int>, int[]>
{
    // Operations of the toolbox for one program: half a second for 3 × 3 × 3, fifteen for 5 × 5 × 5.
    private const double Allowance = 1e9;
    private const double Growth = 2.2;

    // One problem, one case: there is nothing to generalise to.
    public override IReadOnlyList<ConstructionCase<int>> Cases(Split split, string dataFolder) => [ConstructionCase<int>.Read(dataFolder)];

    public override int[] Run(Construct program, ConstructionCase<int> problemCase)
    {
        var size = problemCase.Size;
        var operations = Allowance * Math.Pow(Math.Max(27, size[0] * size[1] * size[2]) / 27.0, Growth);
        return program([.. size], [.. problemCase.Start], new Work((long)operations)) ?? [];
    }

    public override CaseScore Score(ConstructionCase<int> problemCase, int[] answer)
    {
        var product = new Product(problemCase.Size);
        return product.Read(answer, out var terms) is { } malformed ? CaseScore.Invalid(malformed)
            : product.Fault(terms) is { } fault ? CaseScore.Invalid(fault)
            : new CaseScore(terms.Length);
    }

    /// <summary>The answer as it is, or n, m, p and u, v, w as in AlphaEvolve's files: a row for each entry, a column for each term, halves and complex numbers.</summary>
    public override int[] Read(JsonElement file) => file.ValueKind == JsonValueKind.Object && file.TryGetProperty("w", out var w)
        ? PublishedScheme.Flat(file, [file.GetProperty("u"), file.GetProperty("v"), w])
        : base.Read(file);

    /// <summary>A coefficient, as a multiple of one over the common denominator. 128 bits hold what 10⁵ terms of 32-bit coefficients add up to.</summary>
    internal readonly record struct Coefficient(Int128 Real, Int128 Imaginary)
    {
        public bool IsZero => Real == 0 && Imaginary == 0;

        public static Coefficient operator +(Coefficient a, Coefficient b) => new(a.Real + b.Real, a.Imaginary + b.Imaginary);

        public static Coefficient operator *(Coefficient a, Coefficient b) =>
            new((a.Real * b.Real) - (a.Imaginary * b.Imaginary), (a.Real * b.Imaginary) + (a.Imaginary * b.Real));
    }

    /// <summary>The tensor of the product Σ a(i,j) ⊗ b(j,k) ⊗ c(k,i), and sums of terms to compare with it.</summary>
    private sealed class Product(int[] size)
    {
        private readonly int _n = size[0], _m = size[1], _p = size[2];
        private readonly bool _binary = size[3] == 2;
        private Int128 _denominator = 1;

        private int A => _n * _m;

        private int B => _m * _p;

        private int C => _p * _n;

        private int Width => A + B + C;

        /// <summary>Takes an answer apart; what is wrong with its shape, or null.</summary>
        public string Read(int[] answer, out Coefficient[][] terms)
        {
            terms = [];
            if (answer.Length < 4 || answer[0] != _n || answer[1] != _m || answer[2] != _p)
            {
                return $"The scheme begins with {string.Join(", ", answer.Take(3))}; expected {_n}, {_m}, {_p}.";
            }

            if (_binary ? answer[3] != 2 : answer[3] > 0)
            {
                return $"The field is {answer[3]}; expected {(_binary ? "2" : "0, or a denominator as a negative number")}.";
            }

            var parts = answer[3] < 0 ? 2 : 1;
            var numbers = answer.Length - 4;
            if (numbers == 0 || numbers % (Width * parts) != 0)
            {
                return $"{numbers} coefficients were returned; expected {Width * parts} numbers for each term.";
            }

            if (numbers / (Width * parts) > _n * _m * _p)
            {
                return $"{numbers / (Width * parts)} terms were returned; the definition of the product has {_n * _m * _p}.";
            }

            if (_binary && Array.FindIndex(answer, 4, number => number is not (0 or 1)) is >= 0 and var odd)
            {
                return $"Number {odd} is {answer[odd]}; the field of two elements has 0 and 1.";
            }

            _denominator = answer[3] < 0 ? -(Int128)answer[3] : 1;
            terms = [.. answer.Skip(4).Chunk(parts).Select(part => new Coefficient(part[0], parts == 2 ? part[1] : 0)).Chunk(Width)];
            return null;
        }

        /// <summary>Adds the terms up, entry by entry; where they differ from the tensor, or null.</summary>
        public string Fault(Coefficient[][] terms)
        {
            var sum = new Coefficient[A * B * C];
            for (var index = 0; index < terms.Length; index++)
            {
                var term = terms[index];
                if (term[..A].All(zero => zero.IsZero) || term[A..(A + B)].All(zero => zero.IsZero) || term[(A + B)..].All(zero => zero.IsZero))
                {
                    return $"A factor of term {index} is zero.";
                }

                Add(term, sum);
            }

            var one = _denominator * _denominator * _denominator;
            for (var at = 0; at < sum.Length; at++)
            {
                var (x, y, z) = (at / C / B, at / C % B, at % C);
                var expected = x % _m == y / _p && y % _p == z / _n && z % _n == x / _m ? one : 0;
                var off = sum[at] + new Coefficient(-expected, 0);
                if (_binary ? !Int128.IsEvenInteger(off.Real) : !off.IsZero)
                {
                    return $"The terms do not add up: a({x / _m},{x % _m}) b({y / _p},{y % _p}) c({z / _n},{z % _n}) is {Spell(sum[at], one)}; expected {(expected == 0 ? 0 : 1)}{(_binary ? " modulo two" : "")}.";
                }
            }

            return null;
        }

        private void Add(Coefficient[] term, Coefficient[] sum)
        {
            for (var x = 0; x < A; x++)
            {
                for (var y = 0; y < B && !term[x].IsZero; y++)
                {
                    var product = term[x] * term[A + y];
                    for (var z = 0; z < C && !product.IsZero; z++)
                    {
                        sum[(((x * B) + y) * C) + z] += product * term[A + B + z];
                    }
                }
            }
        }

        private static string Spell(Coefficient value, Int128 one) =>
            $"{value.Real}{(value.Imaginary == 0 ? "" : $" + {value.Imaginary}i")}{(one == 1 ? "" : $" of {one}")}";
    }

    /// <summary>Reads factors with halves.</summary>
    private static class PublishedScheme
    {
        private const int Denominator = 2;

        public static int[] Flat(JsonElement file, JsonElement[] factors)
        {
            var rows = factors.Select(factor => factor.EnumerateArray().Select(row => row.EnumerateArray().ToArray()).ToArray()).ToArray();
            var terms = Enumerable.Range(0, rows[0][0].Length);
            int[] size = [file.GetProperty("n").GetInt32(), file.GetProperty("m").GetInt32(), file.GetProperty("p").GetInt32()];
            return [.. size, -Denominator, .. terms.SelectMany(term => rows.SelectMany(factor => factor.SelectMany(row => Parts(row[term]))))];
        }

        private static IEnumerable<int> Parts(JsonElement number) => number.ValueKind == JsonValueKind.Array
            ? [Twice(number[0]), Twice(number[1])]
            : [Twice(number), 0];

        private static int Twice(JsonElement number)
        {
            var twice = number.GetDouble() * Denominator;
            return twice == Math.Round(twice) && Math.Abs(twice) < int.MaxValue
                ? (int)twice
                : throw new System.IO.InvalidDataException($"{number} is neither a whole number nor a half.");
        }
    }
}
