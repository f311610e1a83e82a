using Cambrian.Core;
using Cambrian.Core.Selectors;
using Cambrian.Peers.Archives;

namespace Cambrian.Peers.Selectors;

/// <summary>
/// Weighted parent choice of ShinkaEvolve (arXiv 2509.19349, §3.1; shinka/database/parents.py): the probability of program i is
/// proportional to σ(λ (α(i) − α₀) / max(MAD, 10⁻⁶)) / (1 + n(i)) of its score α(i) and its number of children n(i), where α₀ is the median
/// score and MAD the median absolute deviation from it. Behind the parent come one inspiration from the archive and its best program, the
/// better one last.
/// </summary>
public sealed class ShinkaEvolveSelector : ISelector
{
    private const double LeastDeviation = 1e-6;

    private readonly double _steepness;

    /// <summary>The choice.</summary>
    /// <param name="steepness">λ; above 0, by default 10 as published.</param>
    public ShinkaEvolveSelector(double steepness = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steepness);
        _steepness = steepness;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random)
    {
        var choice = new ParentWithContext(kept[Roulette.Spin(Weights(kept), random)]);
        var best = Ranking.Best(kept, 3);
        choice.Show(best[0]);
        while (choice.Shown < 1 && kept.Count > 1)
        {
            choice.Show(kept[random.Next(kept.Count)]);
        }

        for (var place = 0; place < best.Count && choice.Shown < 2; place++)
        {
            choice.Show(best[place]);
        }

        choice.Ascend();
        return choice.ToList();
    }

    /// <summary>The weight of each kept program, in their order; its probability is its share of their sum.</summary>
    public IReadOnlyList<double> Weights(IReadOnlyList<Candidate> kept)
    {
        double[] scores = [.. kept.Select(candidate => candidate.Score)];
        var median = Median(scores);
        var deviation = Math.Max(Median([.. scores.Select(score => Math.Abs(score - median))]), LeastDeviation);
        var children = Children(kept);
        return [.. kept.Select(candidate => 1 / (1 + Math.Exp(-_steepness * (candidate.Score - median) / deviation)) / (1 + children(candidate)))];
    }

    // An archive of elites knows them all; elsewhere only those that are kept can be counted.
    private static Func<Candidate, int> Children(IReadOnlyList<Candidate> kept)
    {
        if (kept is Elites elites)
        {
            return elites.ChildrenOf;
        }

        var children = kept.Where(candidate => candidate.Parents.Count > 0).CountBy(candidate => candidate.Parents[0]).ToDictionary();
        return candidate => children.GetValueOrDefault(candidate.Step);
    }

    private static double Median(double[] values)
    {
        double[] ordered = [.. values.Order()];
        return (ordered[ordered.Length / 2] + ordered[(ordered.Length - 1) / 2]) / 2;
    }
}
