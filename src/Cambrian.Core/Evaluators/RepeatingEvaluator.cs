using System.Collections.Immutable;

namespace Cambrian.Core.Evaluators;

/// <summary>
/// For noisy scores: measures several times and reports the medians, with the distance between the greatest and the smallest
/// score as the metric <see cref="Spread"/>. The first repeat that is not valid, or stopped early, is the answer.
/// </summary>
public sealed class RepeatingEvaluator : IEvaluator
{
    /// <summary>Name of the metric that holds the spread.</summary>
    public const string Spread = "spread";

    private readonly IEvaluator _inner;
    private readonly int _repeats;

    /// <summary>Repetition, one after the other so that repeats do not disturb each other.</summary>
    /// <param name="inner">Measures once.</param>
    /// <param name="repeats">How often; at least 1.</param>
    public RepeatingEvaluator(IEvaluator inner, int repeats)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        (_inner, _repeats) = (inner, repeats);
    }

    /// <inheritdoc/>
    public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        List<Evaluation> repeats = [];
        while (repeats.Count < _repeats)
        {
            var evaluation = await _inner.EvaluateAsync(artifact, rival, cancellation).ConfigureAwait(false);
            repeats.Add(evaluation);
            if (evaluation is not { Outcome: Outcome.Valid, Complete: true })
            {
                return Charge(evaluation, repeats);
            }
        }

        double[] scores = [.. repeats.Select(repeat => repeat.Score)];
        return Charge(repeats[0], repeats) with
        {
            Score = Median(scores),
            Cases = [.. Enumerable.Range(0, repeats.Min(repeat => repeat.Cases.Length)).Select(index => Median(repeats.Select(repeat => repeat.Cases[index])))],
            Metrics = repeats[0].Metrics.SetItem(Spread, scores.Max() - scores.Min()),
        };
    }

    private static Evaluation Charge(Evaluation evaluation, List<Evaluation> repeats) => evaluation with
    {
        Cost = repeats.Sum(repeat => repeat.Cost),
        Cpu = repeats.Aggregate(TimeSpan.Zero, (sum, repeat) => sum + repeat.Cpu),
    };

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToImmutableArray();
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
