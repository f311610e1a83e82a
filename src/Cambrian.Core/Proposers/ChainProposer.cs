namespace Cambrian.Core.Proposers;

/// <summary>Applies another proposer several times in a row, each time to the child before: far samples for searches without selection.</summary>
public sealed class ChainProposer : IProposer
{
    private readonly IProposer _inner;
    private readonly int _longest;

    /// <summary>A chain of edits.</summary>
    /// <param name="inner">Makes one edit.</param>
    /// <param name="longest">Most edits in a row; how many is drawn uniformly from 1 to this.</param>
    public ChainProposer(IProposer inner, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        (_inner, _longest) = (inner, longest);
    }

    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        var edits = 1 + Randomness.From(Randomness.Derive(seed, 0, 0)).Next(_longest);
        Proposal? last = null;
        var current = parents;
        for (var edit = 1; edit <= edits; edit++)
        {
            try
            {
                last = await _inner.ProposeAsync(problem, current, Randomness.Derive(seed, edit, 1), cancellation).ConfigureAwait(false);
                current = [current[0] with { Artifact = last.Child }, .. parents.Skip(1)];
            }
            catch (ProposalException) when (last is not null)
            {
                // An edit in the middle that does not apply shortens the chain.
            }
        }

        return last! with { Parents = null }; // the first edit either succeeded or threw
    }

    /// <inheritdoc/>
    public void Observe(Step step) => _inner.Observe(step);

    /// <inheritdoc/>
    public IProposer Snapshot() => new ChainProposer(_inner.Snapshot(), _longest);
}
