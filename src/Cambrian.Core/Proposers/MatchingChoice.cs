using Cambrian.Core.Policies;

namespace Cambrian.Core.Proposers;

/// <summary>
/// The engine's own rule, by a policy. By the policy that comes with it: probability matching with a floor (Thierens 2005); a gain counts
/// by its rank among recent gains (Fialho et al. 2010), so early leaps and late crumbs weigh alike.
/// </summary>
internal sealed class MatchingChoice(IReadOnlyList<Arm> arms, Laws laws) : IArmChoice
{
    private const int GainsRemembered = 64;

    private readonly double[] _reward = new double[arms.Count];
    private readonly double[] _cost = new double[arms.Count];
    private readonly Queue<double> _recentGains = new();
    private double _tries;
    private double _best = double.NegativeInfinity;
    private int _drought;

    /// <inheritdoc/>
    public void Observe(int? arm, Step step)
    {
        var leads = step.Admitted is { } candidate && candidate.Score > _best;
        (_best, _drought) = leads ? (step.Evaluation!.Score, 0) : (_best, _drought + 1); // an admitted step has an evaluation
        if (arm is { } chosen)
        {
            Credit(chosen, step);
        }
    }

    /// <inheritdoc/>
    public Func<Random, IReadOnlyList<double>> Snapshot()
    {
        var probabilities = Match();
        return _ => probabilities;
    }

    private void Credit(int chosen, Step step)
    {
        var left = laws.Memory;
        for (var index = 0; index < arms.Count; index++)
        {
            _reward[index] *= left;
            _cost[index] *= left;
        }

        _tries = (_tries * left) + 1;
        _reward[chosen] += step.Improved ? laws.Reward(Rank(step.Evaluation!.Score - step.ParentScore)) : 0;
        _cost[chosen] += Math.Max(1, step.Evaluation?.Cost ?? 0) + step.Effort;
    }

    private double Rank(double gain)
    {
        _recentGains.Enqueue(gain);
        if (_recentGains.Count > GainsRemembered)
        {
            _recentGains.Dequeue();
        }

        return (double)_recentGains.Count(other => other <= gain) / _recentGains.Count;
    }

    private double[] Match()
    {
        var (reward, cost) = (_reward.Sum(), _cost.Sum());
        var probabilities = new double[arms.Count];
        if (reward > 0)
        {
            var mating = laws.Mating(_drought);
            for (var index = 0; index < arms.Count; index++)
            {
                probabilities[index] = laws.Weight(_reward[index], _cost[index], reward / _tries, cost / _tries) * (arms[index].UsesMate ? mating : 1);
            }
        }

        var total = probabilities.Sum();
        if (!(total > 0))
        {
            Array.Fill(probabilities, 1.0 / arms.Count);
            return probabilities;
        }

        var floor = Math.Min(laws.Floor(_drought), 0.5 / arms.Count);
        for (var index = 0; index < arms.Count; index++)
        {
            probabilities[index] = floor + ((1 - (floor * arms.Count)) * probabilities[index] / total);
        }

        return probabilities;
    }
}
