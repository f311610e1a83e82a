using Cambrian.Core;

namespace Cambrian.Models.Proposers;

/// <summary>Hands on the main parent and its mate alone: for proposers that need no inspirations beside models that do.</summary>
/// <param name="inner">Proposes.</param>
public sealed class PairProposer(IProposer inner) : IProposer
{
    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        Candidate[] pair = [.. parents.Take(2)];
        var proposal = await inner.ProposeAsync(problem, pair, seed, cancellation).ConfigureAwait(false);
        return proposal with { Parents = proposal.Parents ?? pair };
    }

    /// <inheritdoc/>
    public void Observe(Step step) => inner.Observe(step);

    /// <inheritdoc/>
    public IProposer Snapshot() => new PairProposer(inner.Snapshot());
}
