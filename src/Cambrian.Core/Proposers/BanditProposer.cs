using Cambrian.Core.Policies;

namespace Cambrian.Core.Proposers;

/// <summary>
/// An ensemble: asks one of several proposers, the more often the more its children have gained lately per cost. How credit is given
/// is a matter of policy; by the engine's own it is probability
/// matching with a floor (Thierens 2005); a gain counts by its rank among recent gains (Fialho et al. 2010), so early leaps
/// and late crumbs weigh alike; costs are <see cref="Evaluation.Cost"/> and <see cref="Step.Effort"/>, never measured time, so that a run repeats exactly.
/// </summary>
public sealed class BanditProposer : IProposer
{
    private const int GainsRemembered = 64;

    private readonly Arm[] _arms;
    private readonly ArmStatistics[] _statistics;
    private readonly double[] _reward;
    private readonly double[] _cost;
    private readonly Laws _laws;
    private readonly Queue<double> _recentGains = new();
    private double _tries;
    private double _best = double.NegativeInfinity;
    private int _drought;

    /// <summary>A bandit over proposers.</summary>
    /// <param name="arms">The proposers; at least one, of different names without "/".</param>
    /// <param name="laws">The policy; null for the engine's own.</param>
    public BanditProposer(IEnumerable<Arm> arms, Laws? laws = null)
    {
        _arms = [.. arms];
        if (_arms.Length == 0 || _arms.DistinctBy(arm => arm.Name).Count() < _arms.Length || _arms.Any(arm => arm.Name.Contains('/', StringComparison.Ordinal)))
        {
            throw new ArgumentException($"A bandit needs one or more arms of different names without '/'; given: {string.Join(", ", _arms.Select(arm => arm.Name))}.", nameof(arms));
        }

        _laws = laws ?? Laws.Default;
        _statistics = [.. _arms.Select(arm => new ArmStatistics(arm.Name))];
        _reward = new double[_arms.Length];
        _cost = new double[_arms.Length];
    }

    /// <summary>What became of each arm's children so far, in the order of the arms.</summary>
    public IReadOnlyList<ArmStatistics> Statistics => _statistics;

    /// <summary>The probability of each arm now, in the order of the arms.</summary>
    public IReadOnlyList<double> Probabilities => Match();

    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation) =>
        Snapshot().ProposeAsync(problem, parents, seed, cancellation);

    /// <inheritdoc/>
    public IProposer Snapshot() => new Frozen(Array.ConvertAll(_arms, arm => arm with { Proposer = arm.Proposer.Snapshot() }), Match());

    /// <inheritdoc/>
    public void Observe(Step step)
    {
        var name = step.Origin.Split('/', 2)[0];
        var chosen = Array.FindIndex(_arms, arm => arm.Name == name);
        for (var index = 0; index < _arms.Length; index++)
        {
            // An arm that is itself an ensemble knows its own children by the rest of the origin.
            _arms[index].Proposer.Observe(index == chosen && name.Length < step.Origin.Length ? step with { Origin = step.Origin[(name.Length + 1)..] } : step);
        }

        var leads = step.Admitted is { } candidate && candidate.Score > _best;
        (_best, _drought) = leads ? (step.Evaluation!.Score, 0) : (_best, _drought + 1); // an admitted step has an evaluation
        if (chosen >= 0)
        {
            Credit(chosen, step);
        }
    }

    private void Credit(int chosen, Step step)
    {
        var left = _laws.Memory;
        for (var index = 0; index < _arms.Length; index++)
        {
            _reward[index] *= left;
            _cost[index] *= left;
        }

        _tries = (_tries * left) + 1;
        _statistics[chosen] = _statistics[chosen].With(step);
        _reward[chosen] += step.Improved ? _laws.Reward(Rank(step.Evaluation!.Score - step.ParentScore)) : 0;
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
        var probabilities = new double[_arms.Length];
        if (reward > 0)
        {
            var mating = _laws.Mating(_drought);
            for (var index = 0; index < _arms.Length; index++)
            {
                probabilities[index] = _laws.Weight(_reward[index], _cost[index], reward / _tries, cost / _tries) * (_arms[index].UsesMate ? mating : 1);
            }
        }

        var total = probabilities.Sum();
        if (!(total > 0))
        {
            Array.Fill(probabilities, 1.0 / _arms.Length);
            return probabilities;
        }

        var floor = Math.Min(_laws.Floor(_drought), 0.5 / _arms.Length);
        for (var index = 0; index < _arms.Length; index++)
        {
            probabilities[index] = floor + ((1 - (floor * _arms.Length)) * probabilities[index] / total);
        }

        return probabilities;
    }

    private sealed class Frozen(Arm[] arms, double[] probabilities) : IProposer
    {
        public async Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
        {
            var arm = Draw(Randomness.From(Randomness.Derive(seed, 0, 0)).NextDouble());
            try
            {
                var proposal = await arm.Proposer.ProposeAsync(problem, parents, Randomness.Derive(seed, 0, 1), cancellation).ConfigureAwait(false);
                return proposal with { Origin = Join(arm.Name, proposal.Origin) };
            }
            catch (ProposalException none)
            {
                throw new ProposalException(none.Message, Join(arm.Name, none.Origin)) { Effort = none.Effort };
            }
        }

        private Arm Draw(double point)
        {
            var index = 0;
            while (index < arms.Length - 1 && point >= probabilities[index])
            {
                point -= probabilities[index++];
            }

            return arms[index];
        }

        private static string Join(string name, string origin) => origin.Length == 0 || origin == name ? name : $"{name}/{origin}";
    }
}
