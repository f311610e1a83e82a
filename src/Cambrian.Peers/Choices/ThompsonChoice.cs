using Cambrian.Core;
using Cambrian.Core.Proposers;
using Cambrian.Numerics.Statistics;

namespace Cambrian.Peers.Choices;

/// <summary>
/// Thompson sampling as ShinkaEvolve offers it (ThompsonSampler in shinka/llm/prioritization.py): a gain counts as a success of
/// u = (e^r − 1) / greatest, 0 to 1, and a failure of 1 − u; both fade towards the prior Beta(1, 1). The arm with the greatest draw has
/// probability 1 − ε, the others share ε; arms that were never asked come first.
/// </summary>
public sealed class ThompsonChoice : IArmChoice
{
    private const double Prior = 1;

    private readonly Improvement _improvement = new();
    private readonly GainsByArm _gains;
    private readonly double[] _successes;
    private readonly double[] _failures;
    private readonly double _epsilon;
    private readonly double _fading;

    /// <summary>The choice, by default with ShinkaEvolve's own numbers.</summary>
    /// <param name="arms">How many arms; at least 1.</param>
    /// <param name="epsilon">ε, 0 to 1.</param>
    /// <param name="fading">What is left of successes and failures one step later, above 0 and at most 1.</param>
    public ThompsonChoice(int arms, double epsilon = 0.1, double fading = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(arms, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(epsilon, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fading);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fading, 1);
        (_gains, _successes, _failures) = (new GainsByArm(arms), new double[arms], new double[arms]);
        (_epsilon, _fading) = (epsilon, fading);
    }

    /// <inheritdoc/>
    public void Observe(int? arm, Step step)
    {
        _improvement.Observe(step);
        if (arm is not { } chosen)
        {
            return;
        }

        var gain = _improvement.Of(step);
        _gains.Add(chosen, gain ?? 0);
        var success = gain is { } real ? Success(real) : 0;
        (_successes[chosen], _failures[chosen]) = (_successes[chosen] + success, _failures[chosen] + 1 - success);
        _gains.Fade(_fading);
        for (var index = 0; index < _successes.Length; index++)
        {
            (_successes[index], _failures[index]) = (_successes[index] * _fading, _failures[index] * _fading);
        }
    }

    /// <inheritdoc/>
    public Func<Random, IReadOnlyList<double>> Snapshot()
    {
        if (Favour.Unasked(_gains.Tries) is { } probabilities)
        {
            return _ => probabilities;
        }

        double[] successes = [.. _successes];
        double[] failures = [.. _failures];
        return random => Favour.Best([.. successes.Zip(failures, (won, lost) => BetaDistribution.Sample(random, Prior + won, Prior + lost))], _epsilon);
    }

    // Before anything was gained, a child that is no better is half a success: nothing tells it from a good one.
    private double Success(double gain) => double.IsFinite(_gains.Greatest) ? Math.Exp(GainsByArm.Log(gain) - _gains.Greatest) : 0.5;
}
