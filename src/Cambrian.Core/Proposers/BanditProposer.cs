namespace Cambrian.Core.Proposers;

/// <summary>
/// An ensemble: asks one of several proposers, the more often the more its children have gained lately per cost. Probability
/// matching with a floor (Thierens 2005); a gain counts by its rank among recent gains (Fialho et al. 2010), so early leaps
/// and late crumbs weigh alike; costs are <see cref="Evaluation.Cost"/>, never measured time, so that a run repeats exactly.
/// </summary>
public sealed class BanditProposer : IProposer
{
    private const int GainsRemembered = 64;

    // An arm's rate is shrunk to the rate of all arms together as if it had been tried this often more.
    private const double PseudoTries = 10;

    private readonly Arm[] _arms;
    private readonly ArmStatistics[] _statistics;
    private readonly double[] _reward;
    private readonly double[] _cost;
    private readonly double _floor;
    private readonly double _decay;
    private readonly Queue<double> _recentGains = new();
    private double _tries;

    /// <summary>A bandit over proposers.</summary>
    /// <param name="arms">The proposers; at least one, of different names without "/".</param>
    /// <param name="floor">Least probability of an arm; default 0.05, at most half an equal share.</param>
    /// <param name="decay">Weight of a step's credit one step later, above 0 and at most 1; default 0.998, about 500 steps of memory.</param>
    public BanditProposer(IEnumerable<Arm> arms, double floor = 0.05, double decay = 0.998)
    {
        _arms = [.. arms];
        if (_arms.Length == 0 || _arms.DistinctBy(arm => arm.Name).Count() < _arms.Length || _arms.Any(arm => arm.Name.Contains('/', StringComparison.Ordinal)))
        {
            throw new ArgumentException($"A bandit needs one or more arms of different names without '/'; given: {string.Join(", ", _arms.Select(arm => arm.Name))}.", nameof(arms));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(floor);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(decay);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decay, 1);
        (_floor, _decay) = (Math.Min(floor, 0.5 / _arms.Length), decay);
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
    public IProposer Snapshot() => new Frozen(Array.ConvertAll(_arms, arm => new Arm(arm.Name, arm.Proposer.Snapshot())), Match());

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

        if (chosen >= 0)
        {
            Credit(chosen, step);
        }
    }

    private void Credit(int chosen, Step step)
    {
        for (var index = 0; index < _arms.Length; index++)
        {
            _reward[index] *= _decay;
            _cost[index] *= _decay;
        }

        _tries = (_tries * _decay) + 1;
        _statistics[chosen] = _statistics[chosen].With(step);
        _reward[chosen] += step.Improved ? Rank(step.Evaluation!.Score - step.ParentScore) : 0;
        _cost[chosen] += Math.Max(1, step.Evaluation?.Cost ?? 0);
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
        if (!(reward > 0))
        {
            Array.Fill(probabilities, 1.0 / _arms.Length);
            return probabilities;
        }

        var (priorReward, priorCost) = (PseudoTries * reward / _tries, PseudoTries * cost / _tries);
        for (var index = 0; index < _arms.Length; index++)
        {
            probabilities[index] = (_reward[index] + priorReward) / (_cost[index] + priorCost);
        }

        var total = probabilities.Sum();
        for (var index = 0; index < _arms.Length; index++)
        {
            probabilities[index] = _floor + ((1 - (_floor * _arms.Length)) * probabilities[index] / total);
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
                throw new ProposalException(none.Message, Join(arm.Name, none.Origin));
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
