using Cambrian.Core.Policies;

namespace Cambrian.Core.Proposers;

/// <summary>
/// An ensemble: asks one of several proposers, the more often the more its children have gained lately per cost. How credit is given
/// is a rule of its own; costs are <see cref="Evaluation.Cost"/> and <see cref="Step.Effort"/>, never measured time, so that a run
/// repeats exactly.
/// </summary>
public sealed class BanditProposer : IProposer
{
    private readonly Arm[] _arms;
    private readonly ArmStatistics[] _statistics;
    private readonly IArmChoice _choice;

    /// <summary>A bandit over proposers by the engine's own rule.</summary>
    /// <param name="arms">The proposers; at least one, of different names without "/".</param>
    /// <param name="laws">The policy; null for the engine's own.</param>
    public BanditProposer(IEnumerable<Arm> arms, Laws? laws = null)
        : this(arms, known => new MatchingChoice(known, laws ?? Laws.Default))
    {
    }

    /// <summary>A bandit over proposers by another rule.</summary>
    /// <param name="arms">The proposers; at least one, of different names without "/".</param>
    /// <param name="choice">Makes the rule, fresh, for these arms.</param>
    public BanditProposer(IEnumerable<Arm> arms, Func<IReadOnlyList<Arm>, IArmChoice> choice)
    {
        _arms = [.. arms];
        if (_arms.Length == 0 || _arms.DistinctBy(arm => arm.Name).Count() < _arms.Length || _arms.Any(arm => arm.Name.Contains('/', StringComparison.Ordinal)))
        {
            throw new ArgumentException($"A bandit needs one or more arms of different names without '/'; given: {string.Join(", ", _arms.Select(arm => arm.Name))}.", nameof(arms));
        }

        _statistics = [.. _arms.Select(arm => new ArmStatistics(arm.Name))];
        _choice = choice(_arms);
    }

    /// <summary>What became of each arm's children so far, in the order of the arms.</summary>
    public IReadOnlyList<ArmStatistics> Statistics => _statistics;

    /// <summary>The probability of each arm now, in the order of the arms; one draw of them where the rule draws.</summary>
    public IReadOnlyList<double> Probabilities => _choice.Snapshot()(Randomness.From(0));

    /// <inheritdoc/>
    public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation) =>
        Snapshot().ProposeAsync(problem, parents, seed, cancellation);

    /// <inheritdoc/>
    public IProposer Snapshot() => new Frozen(Array.ConvertAll(_arms, arm => arm with { Proposer = arm.Proposer.Snapshot() }), _choice.Snapshot());

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

        _choice.Observe(chosen < 0 ? null : chosen, step);
        if (chosen >= 0)
        {
            _statistics[chosen] = _statistics[chosen].With(step);
        }
    }

    private sealed class Frozen(Arm[] arms, Func<Random, IReadOnlyList<double>> choice) : IProposer
    {
        public async Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
        {
            var random = Randomness.From(Randomness.Derive(seed, 0, 0));
            var arm = Draw(choice(random), random.NextDouble());
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

        private Arm Draw(IReadOnlyList<double> probabilities, double point)
        {
            var index = 0;
            while (index < arms.Length - 1 && point >= probabilities[index])
            {
                point -= probabilities[index++];
            }

            return arms[index];
        }

        // An arm that calls itself by its name in the bandit is not named twice.
        private static string Join(string name, string origin) =>
            origin.Length == 0 || origin == name ? name : origin.StartsWith($"{name}/", StringComparison.Ordinal) ? origin : $"{name}/{origin}";
    }
}
