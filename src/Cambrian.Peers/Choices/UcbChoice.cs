using Cambrian.Core;
using Cambrian.Core.Proposers;

namespace Cambrian.Peers.Choices;

/// <summary>
/// Choice of models as in ShinkaEvolve by default (arXiv 2509.19349, §3.3; AsymmetricUCB in shinka/llm/prioritization.py): the arm with the
/// greatest mean gain + c √(2 ln t / n) has probability 1 − ε, the others share ε; arms that were never asked come first. With a cost
/// share k the score is (1 − k) of that and k of how cheap the arm is: the median of the arms' mean costs over its own, taken
/// optimistically, relative to the cheapest.
/// </summary>
public sealed class UcbChoice : IArmChoice
{
    private const double Exploration = 1;
    private const double CostExploration = 0.1;
    private const double LeastCost = 1e-7;

    private readonly Improvement _improvement = new();
    private readonly GainsByArm _gains;
    private readonly double[] _costs;
    private readonly double _epsilon;
    private readonly double _fading;
    private readonly double _costShare;
    private double _leastCost = double.PositiveInfinity;
    private double _mostCost = double.NegativeInfinity;

    /// <summary>The choice, by default with ShinkaEvolve's own numbers.</summary>
    /// <param name="arms">How many arms; at least 1.</param>
    /// <param name="epsilon">ε, 0 to 1.</param>
    /// <param name="fading">What is left of gains one step later, above 0 and at most 1.</param>
    /// <param name="costShare">k, 0 to 1. Costs are what was paid, <see cref="Step.Effort"/>.</param>
    public UcbChoice(int arms, double epsilon = 0.2, double fading = 0.95, double costShare = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(arms, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(epsilon, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fading);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fading, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(costShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(costShare, 1);
        (_gains, _costs) = (new GainsByArm(arms), new double[arms]);
        (_epsilon, _fading, _costShare) = (epsilon, fading, costShare);
    }

    /// <inheritdoc/>
    public void Observe(int? arm, Step step)
    {
        _improvement.Observe(step);
        if (arm is { } chosen)
        {
            _gains.Add(chosen, _improvement.Of(step) ?? 0);
            _gains.Fade(_fading);
            _costs[chosen] += step.Effort;
            (_leastCost, _mostCost) = (Math.Min(_leastCost, step.Effort), Math.Max(_mostCost, step.Effort));
        }
    }

    /// <inheritdoc/>
    public Func<Random, IReadOnlyList<double>> Snapshot()
    {
        var probabilities = Favour.Unasked(_gains.Tries) ?? Favour.Best(Scores(), _epsilon);
        return _ => probabilities;
    }

    private double[] Scores()
    {
        var spread = 2 * Math.Log(Math.Max(_gains.Tries.Sum(), 2));
        double[] scores = [.. _costs.Select((_, arm) => _gains.Mean(arm) + (Exploration * Math.Sqrt(spread / _gains.Tries[arm])))];
        if (_costShare > 0)
        {
            var cheapness = Cheapness(spread);
            var cheapest = Math.Max(cheapness.Max(), 1e-9);
            scores = [.. scores.Select((score, arm) => ((1 - _costShare) * score) + (_costShare * cheapness[arm] / cheapest))];
        }

        return scores;
    }

    private double[] Cheapness(double spread)
    {
        double[] means = [.. _costs.Select((cost, arm) => cost / _gains.Tries[arm])];
        double[] ordered = [.. means.Order()];
        var reference = Math.Max((ordered[ordered.Length / 2] + ordered[(ordered.Length - 1) / 2]) / 2, LeastCost);
        return [.. means.Select((mean, arm) => reference / Math.Max(mean - (CostExploration * (_mostCost - _leastCost) * Math.Sqrt(spread / _gains.Tries[arm])), LeastCost))];
    }
}
