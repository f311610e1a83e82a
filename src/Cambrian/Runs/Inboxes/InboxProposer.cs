using Cambrian.Core;

namespace Cambrian.Runs.Inboxes;

/// <summary>Offers what was handed in before it asks another proposer. What it offers is recorded like any other step, so a run that is resumed repeats it.</summary>
/// <param name="inner">Asked while the inbox is empty; null to wait until something comes.</param>
/// <param name="inbox">Where programs are handed in.</param>
/// <param name="time">The clock.</param>
internal sealed class InboxProposer(IProposer? inner, Inbox inbox, TimeProvider time) : IProposer
{
    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        while (true)
        {
            if (inbox.Take() is { } submission)
            {
                return new Proposal(new Artifact(submission.Files), submission.Origin, inbox.ParentsOf(submission));
            }

            if (inner is not null)
            {
                return await inner.ProposeAsync(problem, parents, seed, cancellation).ConfigureAwait(false);
            }

            await Task.Delay(Inbox.Interval, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Observe(Step step)
    {
        inner?.Observe(step);
        inbox.Settle(step);
    }

    /// <inheritdoc/>
    public IProposer Snapshot() => inner is null ? this : new InboxProposer(inner.Snapshot(), inbox, time);
}
