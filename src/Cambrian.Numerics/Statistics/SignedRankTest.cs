namespace Cambrian.Numerics.Statistics;

/// <summary>Wilcoxon's signed-rank test of paired differences (Wilcoxon 1945), zeros dropped, ties given mean ranks.</summary>
public static class SignedRankTest
{
    private const int LargestExact = 25;

    /// <summary>Two-sided p-value that differences are symmetric around zero: exact up to 25 differences, by normal approximation with tie correction beyond.</summary>
    /// <param name="differences">One number a pair; those that are zero do not count.</param>
    /// <returns>1 when no difference counts.</returns>
    public static double PValue(ReadOnlySpan<double> differences)
    {
        double[] counted = [.. differences.ToArray().Where(difference => difference != 0)];
        if (counted.Length == 0)
        {
            return 1;
        }

        var ranks = Ranks(counted);
        var positive = counted.Zip(ranks, (difference, rank) => difference > 0 ? rank : 0).Sum();
        return counted.Length <= LargestExact ? Exact(ranks, positive) : Approximate(ranks, positive);
    }

    private static double[] Ranks(double[] differences)
    {
        var order = Enumerable.Range(0, differences.Length).OrderBy(index => Math.Abs(differences[index])).ToArray();
        var ranks = new double[differences.Length];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to + 1 < order.Length && Math.Abs(differences[order[to + 1]]) == Math.Abs(differences[order[from]]))
            {
                to++;
            }

            for (var place = from; place <= to; place++)
            {
                ranks[order[place]] = 1 + ((from + to) / 2.0);
            }

            from = to + 1;
        }

        return ranks;
    }

    // Every assignment of signs is equally likely; mean ranks are halves, so doubled ones are whole numbers to count with.
    private static double Exact(double[] ranks, double positive)
    {
        int[] doubled = [.. ranks.Select(rank => (int)Math.Round(2 * rank))];
        var ways = new double[doubled.Sum() + 1];
        ways[0] = 1;
        var reach = 0;
        foreach (var rank in doubled)
        {
            reach += rank;
            for (var sum = reach; sum >= rank; sum--)
            {
                ways[sum] += ways[sum - rank];
            }
        }

        var observed = (int)Math.Round(2 * positive);
        var tail = Math.Min(observed, ways.Length - 1 - observed);
        return Math.Min(1, 2 * ways.Take(tail + 1).Sum() / Math.Pow(2, doubled.Length));
    }

    private static double Approximate(double[] ranks, double positive)
    {
        var mean = ranks.Sum() / 2;
        var deviation = Math.Sqrt(ranks.Sum(rank => rank * rank) / 4);
        return Math.Min(1, 2 * NormalDistribution.Cumulative(-Math.Abs(positive - mean) / deviation));
    }
}
