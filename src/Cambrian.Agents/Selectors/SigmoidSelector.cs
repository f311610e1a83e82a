using Cambrian.Core;
using Cambrian.Core.Selectors;

namespace Cambrian.Agents.Selectors;

/// <summary>
/// Parent choice of the Darwin Gödel Machine (arXiv 2505.22954, §A.2) and of Hyperagents (arXiv 2603.19461): the probability of
/// agent i is proportional to s(i) · h(i), with s(i) = 1 / (1 + exp(−λ (α(i) − α₀))) of its score α(i) and h(i) falling with
/// its number of working children. Every agent that is not perfect keeps a chance.
/// </summary>
public sealed class SigmoidSelector : ISelector
{
    private const int Top = 3;
    private readonly double _steepness;
    private readonly double? _midpoint;
    private readonly Novelty _novelty;
    private readonly int _companions;

    /// <summary>A choice by performance and novelty.</summary>
    /// <param name="steepness">λ; 10 in both papers.</param>
    /// <param name="midpoint">α₀; 0.5 for the Darwin Gödel Machine, null for the mean of the three best scores (Hyperagents).</param>
    /// <param name="novelty">The form of h.</param>
    /// <param name="companions">Other agents shown to the parent, drawn in the same way; default 2.</param>
    public SigmoidSelector(double steepness = 10, double? midpoint = 0.5, Novelty novelty = Novelty.Reciprocal, int companions = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steepness);
        ArgumentOutOfRangeException.ThrowIfNegative(companions);
        (_steepness, _midpoint, _novelty, _companions) = (steepness, midpoint, novelty, companions);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random)
    {
        var weights = Weights(kept);
        return [.. Enumerable.Range(0, 1 + _companions).Select(_ => kept[Roulette.Spin(weights, random)])];
    }

    /// <summary>The weight of each kept agent; perfect ones (score 1 and above) have none, unless all are perfect.</summary>
    public IReadOnlyList<double> Weights(IReadOnlyList<Candidate> kept)
    {
        var midpoint = _midpoint ?? kept.Select(candidate => candidate.Score).OrderDescending().Take(Top).Average();
        var children = new Lineage(kept).Children;
        var open = kept.Any(candidate => candidate.Score < 1);
        return
        [
            .. kept.Select((candidate, index) => open && candidate.Score >= 1
                ? 0
                : 1 / (1 + Math.Exp(-_steepness * (candidate.Score - midpoint))) * Fresh(children[index])),
        ];
    }

    private double Fresh(int children) => _novelty == Novelty.Reciprocal ? 1.0 / (1 + children) : Math.Exp(-Math.Pow(children / 8.0, 3));
}
