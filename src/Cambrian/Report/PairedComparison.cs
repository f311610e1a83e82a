using Cambrian.Core;
using Cambrian.Numerics.Statistics;

namespace Cambrian.Report;

/// <summary>How much better one way of searching did than another on the same seeds.</summary>
internal sealed record PairedComparison
{
    private const int Resamples = 10_000;

    /// <summary>Pairs compared.</summary>
    public required int Pairs { get; init; }

    /// <summary>Mean of first minus second, in oriented scores: above zero when the first is better.</summary>
    public required double MeanDifference { get; init; }

    /// <summary>Ends of the 95 % interval of the mean difference: percentile bootstrap over pairs (Efron 1979), 10,000 resamples.</summary>
    public required (double Low, double High) Interval { get; init; }

    /// <summary>Pairs in which the first scored better, equal, worse.</summary>
    public required (int Wins, int Ties, int Losses) Record { get; init; }

    /// <summary>Probability that a run of the first beats a run of the second, ties counted half (Vargha, Delaney 2000): 0.5 is no effect.</summary>
    public required double A12 { get; init; }

    /// <summary>Mean difference in units of the differences' standard deviation (Cohen's d for pairs); null when they do not vary.</summary>
    public required double? D { get; init; }

    /// <summary>Two-sided p-value of Wilcoxon's signed-rank test on the differences.</summary>
    public required double P { get; init; }

    /// <summary>Whether the interval leaves out zero.</summary>
    public bool IsShown => Interval.Low > 0 || Interval.High < 0;

    /// <summary>Compares scores, pair by pair.</summary>
    /// <param name="first">Oriented scores.</param>
    /// <param name="second">Oriented scores on the same seeds.</param>
    /// <exception cref="ArgumentException">The lists differ in length or are empty.</exception>
    public static PairedComparison Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count != second.Count || first.Count == 0)
        {
            throw new ArgumentException($"{first.Count} and {second.Count} scores were given; expected pairs, one at least.", nameof(second));
        }

        double[] differences = [.. first.Zip(second, (a, b) => a - b)];
        return new PairedComparison
        {
            Pairs = differences.Length,
            MeanDifference = differences.Average(),
            Interval = Bootstrap(differences),
            Record = (differences.Count(d => d > 0), differences.Count(d => d == 0), differences.Count(d => d < 0)),
            A12 = first.SelectMany(_ => second, (a, b) => a > b ? 1.0 : a == b ? 0.5 : 0).Average(),
            P = SignedRankTest.PValue(differences),
            D = Deviation(differences) is > 0 and var deviation ? differences.Average() / deviation : null,
        };
    }

    /// <summary>95 % interval of a mean: percentile bootstrap (Efron 1979), 10,000 resamples; the same for the same numbers.</summary>
    public static (double Low, double High) Bootstrap(double[] differences)
    {
        var random = Randomness.From(differences.Length);
        var means = new double[Resamples];
        for (var resample = 0; resample < Resamples; resample++)
        {
            var sum = 0.0;
            for (var draw = 0; draw < differences.Length; draw++)
            {
                sum += differences[random.Next(differences.Length)];
            }

            means[resample] = sum / differences.Length;
        }

        Array.Sort(means);
        return (means[(int)(0.025 * Resamples)], means[(int)(0.975 * Resamples) - 1]);
    }

    private static double Deviation(double[] differences)
    {
        var mean = differences.Average();
        return differences.Length < 2 ? 0 : Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1));
    }
}
