using Cambrian.Core;

namespace Cambrian.Peers.Choices;

/// <summary>What ShinkaEvolve rewards: how far a child is above its parent and above the seed, whichever is better; nothing where it is above neither.</summary>
internal sealed class Improvement
{
    private double _seed = double.NegativeInfinity;

    /// <summary>Takes note of the seeds.</summary>
    public void Observe(Step step) => _seed = step is { Parents.Count: 0, Admitted: { } seed } ? Math.Max(_seed, seed.Score) : _seed;

    /// <summary>The reward of a step; null when there was no child, or none that could be scored.</summary>
    public double? Of(Step step)
    {
        if (step.Evaluation is not { Outcome: Outcome.Valid } evaluation)
        {
            return null;
        }

        var gain = evaluation.Score - Math.Max(step.ParentScore, _seed);
        return double.IsFinite(gain) && gain > 0 ? gain : 0;
    }
}
