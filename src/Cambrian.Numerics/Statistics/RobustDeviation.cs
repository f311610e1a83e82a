namespace Cambrian.Numerics.Statistics;

/// <summary>
/// How far a value lies from others, in robust standard deviations: distance from the median in units of 1.4826 times the median
/// absolute deviation (Hampel 1974). A few wild values among the others do not hide one more.
/// </summary>
public static class RobustDeviation
{
    // Makes the median absolute deviation of a normal distribution its standard deviation.
    private const double Normal = 1.4826;

    /// <summary>The distance, positive above the median; 0 without others.</summary>
    /// <param name="value">The value to judge.</param>
    /// <param name="others">Those it is compared with.</param>
    /// <param name="least">The least standard deviation that is believed, above 0: others that are all alike say little.</param>
    public static double Of(double value, ReadOnlySpan<double> others, double least)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(least);
        if (others.IsEmpty)
        {
            return 0;
        }

        var all = others.ToArray();
        var median = Median(all);
        var deviation = Normal * Median([.. all.Select(other => Math.Abs(other - median))]);
        return (value - median) / Math.Max(deviation, least);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[values.Length / 2] + values[(values.Length - 1) / 2]) / 2;
    }
}
