namespace Cambrian.Core.Archives;

/// <summary>One measure along which a grid spreads its candidates: equal bins between two bounds.</summary>
/// <param name="Measure">Name of a metric of the evaluation, or <see cref="Length"/>.</param>
/// <param name="Lower">Lower bound; smaller values count as this one, and so does NaN.</param>
/// <param name="Upper">Upper bound, above the lower one; greater values count as this one.</param>
/// <param name="Bins">Number of bins; at least 1.</param>
public sealed record GridAxis(string Measure, double Lower, double Upper, int Bins)
{
    /// <summary>The engine's own measure: the length of the artifact in characters.</summary>
    public const string Length = "length";

    internal int BinOf(Candidate candidate) =>
        Value(candidate) is var value && value > Lower ? (int)Math.Min((value - Lower) / (Upper - Lower) * Bins, Bins - 1) : 0;

    private double Value(Candidate candidate)
    {
        var metrics = candidate.Evaluation.Metrics;
        return metrics.TryGetValue(Measure, out var value) ? value
            : Measure == Length ? candidate.Artifact.Length
            : throw new InvalidOperationException(
                $"The grid spreads by '{Measure}', but the evaluation of step {candidate.Step} reports "
                + (metrics.IsEmpty ? "no metrics" : $"only {string.Join(", ", metrics.Keys)}")
                + $". Report it from the evaluator, or choose '{Length}' or a metric that is reported.");
    }
}
