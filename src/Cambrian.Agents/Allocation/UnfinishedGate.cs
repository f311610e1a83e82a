using Cambrian.Core;

namespace Cambrian.Agents.Allocation;

/// <summary>Judges what was measured in part as if it had been measured in full: for searches that stop measuring on purpose and go on later.</summary>
/// <param name="inner">Judges.</param>
public sealed class UnfinishedGate(IGate inner) : IGate
{
    /// <inheritdoc/>
    public Task<Verdict> JudgeAsync(Candidate child, IReadOnlyList<Candidate> parents, CancellationToken cancellation) =>
        inner.JudgeAsync(child with { Evaluation = child.Evaluation with { Complete = true } }, parents, cancellation);
}
