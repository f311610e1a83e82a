using Cambrian.Core;
using Cambrian.Numerics.Statistics;

namespace Cambrian.Agents.Selectors;

/// <summary>
/// The Huxley-Gödel Machine (arXiv 2510.21614): whether an agent makes a child or is measured on one more task, and which agent. With N
/// tasks measured of |T| children there is one more child while N^α ≥ |T|. Its parent is drawn by what its whole clade achieved, CMP =
/// successes / (successes + failures) over it and all its descendants; an agent to be measured by what it achieved itself: both by
/// Thompson sampling from Beta(τ (1 + S), τ (1 + F)). Tasks count as successes by their score between 0 and 1.
/// </summary>
/// <remarks>As in the public code: tasks of seeds, which are measured in full, do not count towards N, and only agents that solved something make children.</remarks>
public sealed class CladeSelector : ISelector
{
    private readonly double _exponent;
    private readonly double _temperature;
    private readonly int _companions;

    /// <summary>A choice by clade.</summary>
    /// <param name="exponent">α, from 0 to 1: greater makes more children of fewer tasks each; default 0.6.</param>
    /// <param name="temperature">τ: greater is greedier; default 1. The published schedule grows with N up to a budget, and no choice may depend on a budget here; the public code has it switched off.</param>
    /// <param name="companions">Other agents shown to a parent; default 2, at least 1, as an agent alone is to be measured.</param>
    public CladeSelector(double exponent = 0.6, double temperature = 1, int companions = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        ArgumentOutOfRangeException.ThrowIfLessThan(companions, 1);
        (_exponent, _temperature, _companions) = (exponent, temperature, companions);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random)
    {
        int[] open = [.. Places(kept, candidate => !candidate.Evaluation.Complete)];
        if (open.Length > 0 && !Expands(kept))
        {
            return [kept[Draw(open, index => Won(kept[index]), index => Lost(kept[index]), random)]];
        }

        var (successes, failures) = Counts(kept);
        int[] able = [.. Places(kept, candidate => Won(candidate) > 0)];
        able = able.Length > 0 ? able : [.. Places(kept, candidate => candidate.Evaluation.Cases.Length > 0)];
        able = able.Length > 0 ? able : [.. Enumerable.Range(0, kept.Count)];
        return [.. Enumerable.Range(0, 1 + _companions).Select(_ => kept[Draw(able, index => successes[index], index => failures[index], random)])];
    }

    /// <summary>Whether it is a child's turn: N^α ≥ |T|.</summary>
    public bool Expands(IReadOnlyList<Candidate> kept)
    {
        var (tasks, children) = (0, 0);
        foreach (var child in kept.Where(candidate => candidate.Parents.Count > 0))
        {
            (tasks, children) = (tasks + child.Evaluation.Cases.Length, children + 1);
        }

        return Math.Pow(tasks, _exponent) >= children;
    }

    /// <summary>Clade metaproductivity of each kept agent; one without any case has 0.5, the mean of its prior.</summary>
    public static IReadOnlyList<double> Metaproductivity(IReadOnlyList<Candidate> kept)
    {
        var (successes, failures) = Counts(kept);
        return [.. successes.Zip(failures, (s, f) => s + f > 0 ? s / (s + f) : 0.5)];
    }

    /// <summary>What an agent's share of successes very likely is at least: the 5 % quantile of Beta(1 + S, 1 + F), by which a run ends with the agent that is believed best.</summary>
    public static double Belief(Evaluation record) => BetaDistribution.Quantile(0.05, 1 + Won(record), 1 + record.Cases.Length - Won(record));

    private static (double[] Successes, double[] Failures) Counts(IReadOnlyList<Candidate> kept)
    {
        var lineage = new Lineage(kept);
        return (lineage.OverClades(index => Won(kept[index])), lineage.OverClades(index => Lost(kept[index])));
    }

    private static IEnumerable<int> Places(IReadOnlyList<Candidate> kept, Func<Candidate, bool> fits) => Enumerable.Range(0, kept.Count).Where(index => fits(kept[index]));

    private static double Won(Candidate candidate) => Won(candidate.Evaluation);

    // A score that is no number is no success.
    private static double Won(Evaluation evaluation) => evaluation.Cases.Sum(score => score > 0 ? Math.Min(score, 1) : 0);

    private static double Lost(Candidate candidate) => candidate.Evaluation.Cases.Length - Won(candidate);

    private int Draw(IEnumerable<int> places, Func<int, double> successes, Func<int, double> failures, Random random)
    {
        var (best, chosen) = (double.NegativeInfinity, -1);
        foreach (var index in places)
        {
            var draw = BetaDistribution.Sample(random, _temperature * (1 + successes(index)), _temperature * (1 + failures(index)));
            (best, chosen) = draw > best ? (draw, index) : (best, chosen);
        }

        return chosen;
    }
}
