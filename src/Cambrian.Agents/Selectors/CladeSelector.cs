using Cambrian.Core;
using Cambrian.Numerics.Statistics;

namespace Cambrian.Agents.Selectors;

/// <summary>
/// Parent choice of the Huxley-Gödel Machine (arXiv 2510.21614): an agent's worth as a parent is what its whole clade achieves,
/// CMP(a) = successes / (successes + failures) over a and all its descendants, explored by Thompson sampling from
/// Beta(τ (1 + S), τ (1 + F)). Cases count as successes by their score between 0 and 1.
/// </summary>
public sealed class CladeSelector : ISelector
{
    private readonly double _temperature;
    private readonly int _companions;

    /// <summary>A choice by clade.</summary>
    /// <param name="temperature">τ: greater is greedier; default 1.</param>
    /// <param name="companions">Other agents shown to the parent; default 2.</param>
    public CladeSelector(double temperature = 1, int companions = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        ArgumentOutOfRangeException.ThrowIfNegative(companions);
        (_temperature, _companions) = (temperature, companions);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random)
    {
        var (successes, failures) = Counts(kept);
        return [.. Enumerable.Range(0, 1 + _companions).Select(_ => kept[Draw(successes, failures, random)])];
    }

    /// <summary>Clade metaproductivity of each kept agent; one without any case has 0.5, the mean of its prior.</summary>
    public static IReadOnlyList<double> Metaproductivity(IReadOnlyList<Candidate> kept)
    {
        var (successes, failures) = Counts(kept);
        return [.. successes.Zip(failures, (s, f) => s + f > 0 ? s / (s + f) : 0.5)];
    }

    private static (double[] Successes, double[] Failures) Counts(IReadOnlyList<Candidate> kept)
    {
        var lineage = new Lineage(kept);
        return (lineage.OverClades(index => Won(kept[index])), lineage.OverClades(index => kept[index].Evaluation.Cases.Length - Won(kept[index])));
    }

    // A score that is no number is no success.
    private static double Won(Candidate candidate) => candidate.Evaluation.Cases.Sum(score => score > 0 ? Math.Min(score, 1) : 0);

    private int Draw(double[] successes, double[] failures, Random random)
    {
        var (best, chosen) = (double.NegativeInfinity, 0);
        for (var index = 0; index < successes.Length; index++)
        {
            var draw = BetaDistribution.Sample(random, _temperature * (1 + successes[index]), _temperature * (1 + failures[index]));
            (best, chosen) = draw > best ? (draw, index) : (best, chosen);
        }

        return chosen;
    }
}
