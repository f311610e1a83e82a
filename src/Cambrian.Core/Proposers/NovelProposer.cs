using System.Globalization;

namespace Cambrian.Core.Proposers;

/// <summary>
/// Asks another proposer again, with further seeds, while it offers programs that the run has seen before. What counts as
/// seen is fixed when the snapshot is taken, so equal snapshots answer alike however the work is timed.
/// </summary>
public sealed class NovelProposer : IProposer
{
    private readonly IProposer _inner;
    private readonly int _tries;
    private readonly Sightings _seen;
    private readonly int _horizon;

    /// <summary>A proposer of unseen programs.</summary>
    /// <param name="inner">Proposes.</param>
    /// <param name="tries">How often it is asked for one child at most; at least 1.</param>
    public NovelProposer(IProposer inner, int tries)
        : this(inner, tries, new Sightings(), horizon: 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
    }

    private NovelProposer(IProposer inner, int tries, Sightings seen, int horizon) =>
        (_inner, _tries, _seen, _horizon) = (inner, tries, seen, horizon);

    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        var (origin, effort) = ("", 0.0);
        for (var attempt = 0; attempt < _tries; attempt++)
        {
            var attemptSeed = attempt == 0 ? seed : Randomness.Derive(seed, attempt, 0);
            var proposal = await AskAsync(problem, parents, attemptSeed, effort, cancellation).ConfigureAwait(false);
            if (!_seen.Before(_horizon, proposal.Child))
            {
                return proposal;
            }

            (origin, effort) = (proposal.Origin, proposal.Effort);
        }

        throw new ProposalException($"only duplicates: each of {_tries} tries gave a program seen before", origin) { Effort = effort };
    }

    /// <inheritdoc/>
    public void Observe(Step step)
    {
        _inner.Observe(step);
        if (step.Child is { } child)
        {
            _seen.Add(step.Number, child);
        }
    }

    /// <inheritdoc/>
    public IProposer Snapshot() => new NovelProposer(_inner.Snapshot(), _tries, _seen, _seen.Horizon);

    // What was paid for duplicates is part of what the child, or the failure, cost.
    private async Task<Proposal> AskAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, double paid, CancellationToken cancellation)
    {
        try
        {
            var proposal = await _inner.ProposeAsync(problem, parents, seed, cancellation).ConfigureAwait(false);
            return proposal with { Effort = paid + proposal.Effort };
        }
        catch (ProposalException none) when (paid > 0)
        {
            throw new ProposalException(none.Message, none.Origin) { Effort = paid + none.Effort };
        }
    }

    // Shared by all snapshots and only ever added to; a snapshot looks no further than its horizon.
    private sealed class Sightings
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<ulong, int> _firstStep = [];

        public int Horizon { get; private set; }

        public void Add(int step, Artifact artifact)
        {
            lock (_lock)
            {
                _firstStep.TryAdd(Key(artifact), step);
                Horizon = step + 1;
            }
        }

        public bool Before(int horizon, Artifact artifact)
        {
            lock (_lock)
            {
                return _firstStep.TryGetValue(Key(artifact), out var step) && step < horizon;
            }
        }

        // 64 bits of a cryptographic hash: among a million programs two collide once in 40 million runs, and then one is skipped.
        private static ulong Key(Artifact artifact) => ulong.Parse(artifact.Id.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
