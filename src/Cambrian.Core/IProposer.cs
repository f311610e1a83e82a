namespace Cambrian.Core;

/// <summary>
/// Makes children. One that learns does so in <see cref="Observe"/> and hands out frozen views of what it has learned in
/// <see cref="Snapshot"/>; both are called on the loop's own flow of control, so neither needs a lock.
/// </summary>
public interface IProposer
{
    /// <summary>Makes a child. Called from several threads at a time; equal arguments to equal snapshots give equal children.</summary>
    /// <param name="problem">What the run is about.</param>
    /// <param name="parents">The selector's choice, the main parent first; at least one.</param>
    /// <param name="seed">Where this child's randomness comes from.</param>
    /// <param name="cancellation">Obeyed within a second.</param>
    /// <exception cref="ProposalException">There is no child to offer.</exception>
    Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation);

    /// <summary>Told of every remembered step, in step order.</summary>
    void Observe(Step step)
    {
    }

    /// <summary>This proposer as it is now, untouched by later observations. A proposer that learns nothing is its own snapshot.</summary>
    IProposer Snapshot() => this;
}
