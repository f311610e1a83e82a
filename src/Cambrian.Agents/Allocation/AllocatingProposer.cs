using Cambrian.Core;

namespace Cambrian.Agents.Allocation;

/// <summary>
/// Makes both kinds of steps of a search that measures agents task by task: an agent that was selected alone is proposed again, to be
/// measured on one more task; one in company makes a child, of which nothing is known yet.
/// </summary>
/// <param name="inner">Makes children.</param>
public sealed class AllocatingProposer(IProposer inner) : IProposer
{
    /// <summary>What steps are called in which an agent is measured on one more task.</summary>
    public const string Measure = "measure";

    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (parents is [{ Evaluation.Complete: false } agent])
        {
            return new Proposal(agent.Artifact, Measure, parents);
        }

        var proposal = await inner.ProposeAsync(problem, parents, seed, cancellation).ConfigureAwait(false);

        // The parent's record is not the child's to go on with: as a rival it is finished, however little of the parent was measured.
        return proposal with { Parents = [.. (proposal.Parents ?? parents).Select(parent => parent with { Evaluation = parent.Evaluation with { Complete = true } })] };
    }

    /// <inheritdoc/>
    public void Observe(Step step)
    {
        if (step.Origin != Measure)
        {
            inner.Observe(step);
        }
    }

    /// <inheritdoc/>
    public IProposer Snapshot() => new AllocatingProposer(inner.Snapshot());
}
