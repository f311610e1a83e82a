using System.Collections.Immutable;
using Cambrian.Contracts.Agents;
using Cambrian.Core;

namespace Cambrian.Agents.Modification;

/// <summary>
/// Selection that agents can rewrite: the agent whose turn the selector says it is may pass it to another of those drawn. The
/// chosen one makes the child, so the child's parent is the chosen one.
/// </summary>
/// <param name="inner">Makes the child from whoever is chosen and the first two others.</param>
/// <param name="selection">Asks agents.</param>
public sealed class ChoosingProposer(IProposer inner, SelfSelection selection) : IProposer
{
    private const int Companions = 2;
    private ImmutableDictionary<int, int> _children = ImmutableDictionary<int, int>.Empty;

    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        MemberView[] drawn = [.. parents.Select(member => new MemberView(member.Score, member.Evaluation.Cases, _children.GetValueOrDefault(member.Step)))];
        var chosen = parents[await selection.ChooseAsync(parents[0].Artifact, drawn, seed, cancellation).ConfigureAwait(false)];
        var others = parents.Where(other => other.Step != chosen.Step).DistinctBy(other => other.Step).Take(Companions);
        return await inner.ProposeAsync(problem, [chosen, .. others], seed, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Observe(Step step)
    {
        inner.Observe(step);
        if (step.Verdict.Admitted && step.Parents is [var parent, ..])
        {
            _children = _children.SetItem(parent, _children.GetValueOrDefault(parent) + 1);
        }
    }

    /// <inheritdoc/>
    public IProposer Snapshot() => new ChoosingProposer(inner.Snapshot(), selection) { _children = _children };
}
