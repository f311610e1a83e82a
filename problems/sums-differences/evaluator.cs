using System.Collections;
using System.Numerics;
using Cambrian.Contracts;
using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Optimisation;

public delegate int[] Construct(int[] size, int[] start, Work work);

/// <summary>Size is the largest depth and the largest digit. An answer is a set's elements, or −m, L, and digits in ascending order.</summary>
public sealed class SumsAndDifferences : Evaluator<Construct, ConstructionCase<int>, int[]>
{
    // Operations of the toolbox for one program: a second or two.
    private const long Allowance = 4_000_000_000;

    private const int MostElements = 4_000;

    private const int LargestElement = 100_000_000;

    // Depth times digit sum times digits: what counting takes.
    private const long MostWork = 1_000_000_000;

    public override IReadOnlyList<ConstructionCase<int>> Cases(Split split, string dataFolder) => [ConstructionCase<int>.Read(dataFolder)];

    public override int[] Run(Construct program, ConstructionCase<int> problemCase) => program(problemCase.Size, problemCase.Start, new Work(Allowance)) ?? [];

    public override CaseScore Score(ConstructionCase<int> problemCase, int[] answer) => answer switch
    {
        [] => CaseScore.Invalid("No numbers were returned; expected a set, or its description."),
        [< 0, _, ..] => Described(problemCase.Size, answer),
        _ => Listed(answer),
    };

    private static CaseScore Listed(int[] set)
    {
        if (set.Length is < 2 or > MostElements || set[0] != 0 || set[^1] > LargestElement || set.Zip(set.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            return CaseScore.Invalid($"{set.Length} elements from {set[0]} to {set[^1]}; expected 2 to {MostElements} in ascending order, the first 0 and the last at most {LargestElement}.");
        }

        var largest = set[^1];
        var (sums, differences) = (new BitArray((2 * largest) + 1), new BitArray((2 * largest) + 1));
        foreach (var x in set)
        {
            foreach (var y in set)
            {
                (sums[x + y], differences[x - y + largest]) = (true, true);
            }
        }

        return Value((BigInteger)Count(differences), Count(sums), largest);
    }

    private static int Count(BitArray bits) => bits.Cast<bool>().Count(bit => bit);

    private static CaseScore Described(int[] size, int[] answer)
    {
        var (depth, limit, digits) = (-(long)answer[0], (long)answer[1], answer[2..]);
        if (depth > size[0] || digits.Length < 2 || digits[0] != 0 || digits[^1] > size[1] || digits.Zip(digits.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            return CaseScore.Invalid($"Depth {depth}, digits [{string.Join(", ", digits)}]; expected a depth up to {size[0]} and two or more digits in ascending order from 0 to {size[1]} at most.");
        }

        if (limit < digits[^1] || limit > depth * digits[^1] || depth * limit * digits.Length > MostWork)
        {
            return CaseScore.Invalid($"Digits add up to at most {limit}; expected from {digits[^1]} to {depth * digits[^1]}, and depth × sum × digits up to {MostWork} so that they can be counted.");
        }

        // Whatever is a sum of two elements has digits that are sums, and they add up to at most 2L. (Perhaps not all such are sums: a count from above.)
        var sums = Distinct(digits, (x, y) => x + y).ToDictionary(sum => sum, _ => 1);
        // A difference d of digits is x − y with the least x + y = w. A row of differences whose w add up to at most 2L − b, b the largest digit, becomes balanced
        // by changing all signs after some place, as that changes Σx − Σy by at most 2b from place to place: then Σx and Σy are at most L, and it is a
        // difference of elements. A balanced row comes from at most m others: a count from below.
        var differences = Distinct(digits, (x, y) => x - y)
            .GroupBy(d => digits.Where(x => digits.Contains(x - d)).Min(x => (2 * x) - d)).ToDictionary(group => group.Key, group => group.Count());
        var below = new Rational(Rows(differences, (int)depth, (int)((2 * limit) - digits[^1])), depth);
        return Value(below, Rows(sums, (int)depth, (int)(2 * limit)), Largest((int)depth, (int)limit, digits));
    }

    private static IEnumerable<int> Distinct(int[] digits, Func<int, int, int> combine) => digits.SelectMany(x => digits.Select(y => combine(x, y))).Distinct();

    // How many rows of m letters have weights that add up to at most a bound: coefficients of p(u)ᵐ, by k·cₖ = Σ ((m + 1)i − k)·pᵢcₖ₋ᵢ (Euler), as p₀ = 1.
    private static BigInteger Rows(Dictionary<int, int> letters, int depth, int bound)
    {
        var kept = letters.Keys.Max() + 1;
        var coefficients = new BigInteger[kept];
        (coefficients[0], letters) = (1, letters.Where(letter => letter.Key > 0).ToDictionary());
        var total = BigInteger.One;
        for (var k = 1; k <= bound; k++)
        {
            var sum = BigInteger.Zero;
            foreach (var (weight, count) in letters)
            {
                if (weight <= k)
                {
                    sum += (((depth + 1L) * weight) - k) * count * coefficients[(k - weight) % kept];
                }
            }

            total += coefficients[k % kept] = sum / k;
        }

        return total;
    }

    // The largest element: the largest digits first, as far as the sum of digits allows.
    private static BigInteger Largest(int depth, int limit, int[] digits)
    {
        var element = BigInteger.Zero;
        for (var place = 0; place < depth; place++)
        {
            var digit = digits.Last(digit => digit <= limit);
            element = (element * ((2 * digits[^1]) + 1)) + digit;
            limit -= digit;
        }

        return element;
    }

    private static CaseScore Value(Rational differences, BigInteger sums, BigInteger largest) =>
        new(((Interval)1.0 + ((Log(differences) - Log(sums)) / Log((2 * largest) + 1))).Lower.Down());

    // Leading digits are enough: all others together change a logarithm less than the interval is wide.
    private static Interval Log(Rational value) => IntervalFunctions.Log(new Interval(value.Leading(100, up: false), value.Leading(100, up: true)));
}
