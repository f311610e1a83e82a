using System.Numerics;

namespace Cambrian.Numerics.Statistics;

/// <summary>
/// Fisher's sign-flip test of paired differences (Fisher 1935, §21): when two programs are equal, each difference might as well have
/// had the other sign. Assumes nothing about how large differences are distributed.
/// </summary>
public static class SignFlipTest
{
    private const int LargestExact = 20;
    private const int Steps = 200;

    /// <summary>One-sided p-value that the mean difference is not above zero: up to 20 differences that are not zero of their sum, else of their sum on a grid of 200 steps from zero to the largest.</summary>
    /// <param name="differences">First minus second, one number a pair.</param>
    /// <returns>Above 0; 1 when no difference counts.</returns>
    public static double PValue(ReadOnlySpan<double> differences)
    {
        double[] sizes = [.. differences.ToArray().Where(difference => difference != 0).Select(Math.Abs)];
        if (sizes.Length == 0)
        {
            return 1;
        }

        var observed = 0.0;
        foreach (var difference in differences)
        {
            observed += difference;
        }

        // Sums of the same numbers in another order differ in their last digits, and must count as equal.
        var threshold = observed - (1e-9 * sizes.Sum());
        return sizes.Length <= LargestExact ? Exact(sizes, threshold) : OnGrid(differences, sizes.Max());
    }

    // Assignments in the order of a Gray code: from one to the next a single sign changes.
    private static double Exact(double[] sizes, double threshold)
    {
        var (sum, reached) = (sizes.Sum(), 0L);
        var assignments = 1L << sizes.Length;
        for (var number = 1L; ; number++)
        {
            reached += sum >= threshold ? 1 : 0;
            if (number == assignments)
            {
                return (double)reached / assignments;
            }

            var flipped = BitOperations.TrailingZeroCount(number);
            var isMinus = ((number ^ (number >> 1)) & (1L << flipped)) != 0;
            sum += isMinus ? -2 * sizes[flipped] : 2 * sizes[flipped];
        }
    }

    // The sum of the sizes on a grid is a statistic like any other, and its distribution over all assignments of signs can be counted. So the
    // test stays exact for any number of pairs, and p-values as small as many looks at the same cases ask for mean something. What is lost
    // is a little power, where differences of less than a four-hundredth of the largest count as none.
    private static double OnGrid(ReadOnlySpan<double> differences, double largest)
    {
        int[] whole = [.. differences.ToArray().Select(difference => (int)Math.Round(Steps * difference / largest)).Where(steps => steps != 0)];
        var divisor = whole.Aggregate(0, (common, steps) => (int)BigInteger.GreatestCommonDivisor(common, steps));
        int[] sizes = [.. whole.Select(steps => Math.Abs(steps) / divisor)];
        var ways = Ways(sizes);

        // Half the distance between the observed sum and the smallest one: how much of all sizes has a plus.
        var observed = (whole.Sum() / divisor + sizes.Sum()) / 2;
        return Math.Clamp(ways.AsSpan(observed).ToArray().Sum(), double.Epsilon, 1);
    }

    // The probability that the sizes with a plus have a given sum, when each has one with probability one half.
    private static double[] Ways(int[] sizes)
    {
        var probability = new double[sizes.Sum() + 1];
        probability[0] = 1;
        var reach = 0;
        foreach (var size in sizes)
        {
            reach += size;
            for (var sum = reach; sum >= 0; sum--)
            {
                probability[sum] = (probability[sum] + (sum >= size ? probability[sum - size] : 0)) / 2;
            }
        }

        return probability;
    }
}
