using System.Numerics;

namespace Cambrian.Numerics.Statistics;

/// <summary>
/// Fisher's sign-flip test of paired differences (Fisher 1935, §21): when two programs are equal, each difference might as well have
/// had the other sign. Assumes nothing about how large differences are distributed.
/// </summary>
public static class SignFlipTest
{
    private const int LargestExact = 20;
    private const int Draws = 20_000;

    /// <summary>One-sided p-value that the mean difference is not above zero: exact up to 20 differences that are not zero, else from 20,000 random flips.</summary>
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
        return sizes.Length <= LargestExact ? Exact(sizes, threshold) : Estimate(sizes, threshold);
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

    // The observed assignment counts as one of the draws, so the p-value is never zero (Phipson, Smyth 2010).
    private static double Estimate(double[] sizes, double threshold)
    {
        var random = new Random(sizes.Length);
        var reached = 1;
        for (var draw = 0; draw < Draws; draw++)
        {
            var sum = 0.0;
            foreach (var size in sizes)
            {
                sum += random.Next(2) == 0 ? size : -size;
            }

            reached += sum >= threshold ? 1 : 0;
        }

        return (double)reached / (Draws + 1);
    }
}
