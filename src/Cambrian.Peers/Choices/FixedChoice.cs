using Cambrian.Core;
using Cambrian.Core.Proposers;

namespace Cambrian.Peers.Choices;

/// <summary>Choice of models by weights that somebody gave, as in OpenEvolve and SkyDiscover: the probability of each is its weight over their sum, whatever comes of its children.</summary>
public sealed class FixedChoice : IArmChoice
{
    private readonly double[] _probabilities;

    /// <summary>The choice.</summary>
    /// <param name="weights">One for each arm; not negative, one at least above 0.</param>
    public FixedChoice(IEnumerable<double> weights)
    {
        _probabilities = [.. weights];
        var sum = _probabilities.Sum();
        if (!(sum > 0) || !double.IsFinite(sum) || _probabilities.Any(weight => weight < 0))
        {
            throw new ArgumentException($"Weights are numbers from 0, one at least above it; given: {string.Join(", ", _probabilities)}.", nameof(weights));
        }

        for (var arm = 0; arm < _probabilities.Length; arm++)
        {
            _probabilities[arm] /= sum;
        }
    }

    /// <inheritdoc/>
    public void Observe(int? arm, Step step)
    {
    }

    /// <inheritdoc/>
    public Func<Random, IReadOnlyList<double>> Snapshot() => _ => _probabilities;
}
