using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Cambrian.Contracts;

/// <summary>
/// The counts once more by probability: rows of random letters, a letter of weight w as likely as e^(−sw), add up to k with a probability that follows from row to row by sums of
/// positive numbers, so that rounding stays small; each such row stands for e^(sk) of D(s)^m. Listed sets are counted by sorting.
/// </summary>
public sealed class SumsAndDifferencesCheck : ConstructionCheck<int[]>
{
    public override CaseScore Check(int[] size, int[] answer)
    {
        if (answer.Length < 2)
        {
            return CaseScore.Invalid("Expected two numbers or more.");
        }

        return answer[0] < 0 ? Described(size, answer) : Listed(answer);
    }

    private static CaseScore Listed(int[] answer)
    {
        var set = answer.Distinct().Order().ToArray();
        if (answer.Length > 4_000 || set.Length < 2 || set[0] != 0 || set[^1] > 100_000_000 || !set.SequenceEqual(answer))
        {
            return CaseScore.Invalid("Expected 2 to 4000 elements in ascending order from 0 to 100,000,000 at most.");
        }

        var pairs = set.SelectMany((x, index) => set.Skip(index).Select(y => (Sum: x + y, Difference: y - x))).ToArray();
        var (sums, differences) = (Distinct(pairs.Select(pair => pair.Sum)), Distinct(pairs.Select(pair => pair.Difference)));
        return new CaseScore(1 + (Math.Log(((2.0 * differences) - 1) / sums) / Math.Log((2.0 * set[^1]) + 1)));
    }

    private static int Distinct(IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToArray();
        return 1 + sorted.Zip(sorted.Skip(1)).Count(pair => pair.First != pair.Second);
    }

    private static CaseScore Described(int[] size, int[] answer)
    {
        var (depth, limit, digits) = (-(long)answer[0], answer[1], answer.Skip(2).ToArray());
        var ordered = digits.Length > 1 && digits[0] == 0 && digits.SequenceEqual(digits.Distinct().Order());
        if (!ordered || depth > size[0] || digits[^1] > size[1] || limit < digits[^1] || limit > depth * digits[^1] || depth * limit * digits.Length > 1_000_000_000)
        {
            return CaseScore.Invalid("Not a description of a set: depth, sum of digits or digits are out of range or out of order.");
        }

        var largest = digits[^1];
        var sums = new double[(2 * largest) + 1];
        var least = Enumerable.Repeat(int.MaxValue, (2 * largest) + 1).ToArray();
        foreach (var (x, y) in digits.SelectMany(x => digits.Select(y => (x, y))))
        {
            sums[x + y] = 1;
            least[largest + x - y] = Math.Min(least[largest + x - y], x + y);
        }

        var differences = new double[(2 * largest) + 1];
        foreach (var weight in least.Where(weight => weight != int.MaxValue))
        {
            differences[weight]++;
        }

        var gain = LogRows(differences, (int)depth, (2 * limit) - largest) - Math.Log(depth) - LogRows(sums, (int)depth, 2 * limit);
        return new CaseScore(1 + (gain / LogOfWidth((int)depth, limit, digits)));
    }

    private static double LogRows(double[] letters, int depth, int bound)
    {
        // The decay at which the mean weight is the bound's share of a row, by halving.
        var (low, high) = (0.0, 50.0);
        for (var halving = 0; halving < 100; halving++)
        {
            var middle = (low + high) / 2;
            var weights = letters.Select((count, weight) => count * Math.Exp(-middle * weight)).ToArray();
            var mean = weights.Select((share, weight) => share * weight).Sum() / weights.Sum();
            (low, high) = mean * depth > bound ? (middle, high) : (low, middle);
        }

        var decay = low;
        var total = letters.Select((count, weight) => count * Math.Exp(-decay * weight)).Sum();
        var chances = letters.Select((count, weight) => count * Math.Exp(-decay * weight) / total).ToArray();
        var sum = new double[bound + 1];
        sum[0] = 1;
        for (var row = 0; row < depth; row++)
        {
            sum = Next(sum, chances, (int)Math.Min(bound, (long)(row + 1) * (letters.Length - 1)));
        }

        var share = sum.Select((chance, weight) => chance * Math.Exp(decay * (weight - bound))).Sum();
        return (depth * Math.Log(total)) + (decay * bound) + Math.Log(share);
    }

    private static double[] Next(double[] sum, double[] chances, int last)
    {
        var next = new double[sum.Length];
        for (var weight = 0; weight < chances.Length; weight++)
        {
            if (chances[weight] == 0)
            {
                continue;
            }

            var (factor, place) = (new Vector<double>(chances[weight]), weight);
            for (; place + Vector<double>.Count <= last + 1; place += Vector<double>.Count)
            {
                (new Vector<double>(next, place) + (factor * new Vector<double>(sum, place - weight))).CopyTo(next, place);
            }

            for (; place <= last; place++)
            {
                next[place] += chances[weight] * sum[place - weight];
            }
        }

        return next;
    }

    // log(2·max U + 1): after the leading places nothing of a number counts in its logarithm.
    private static double LogOfWidth(int depth, int limit, int[] digits)
    {
        var (leading, left, q) = (0.0, limit, (2.0 * digits[^1]) + 1);
        for (var place = 1; place <= depth && place <= 40; place++)
        {
            var digit = digits.Last(candidate => candidate <= left);
            leading += digit * Math.Pow(q, -place);
            left -= digit;
        }

        return (depth * Math.Log(q)) + Math.Log((2 * leading) + Math.Pow(q, -depth));
    }
}
