using System.Collections.Immutable;
using Cambrian.Contracts.Agents;
using Cambrian.Core;

namespace Cambrian.Agents.Modification;

/// <summary>
/// The parent makes its own child: its Modify is called on its own source, with the other selected candidates as its view of
/// the archive and the record of every kind of edit so far.
/// </summary>
/// <param name="modification">Asks agents and makes their edits.</param>
/// <param name="improver">Whose Modify is used instead of the parent's: a frozen improver (ADAS); null for the parent's own.</param>
public sealed class SelfProposer(SelfModification modification, Artifact? improver = null) : IProposer
{
    private const string Name = "self";

    private ImmutableSortedDictionary<string, OperatorView> _operators = modification.Operators
        .ToImmutableSortedDictionary(known => known.Name, known => new OperatorView(known.Name, known.NeedsMate, 0, 0, 0), StringComparer.Ordinal);

    /// <summary>The record of every kind of edit so far.</summary>
    public IEnumerable<OperatorView> Operators => _operators.Values;

    /// <inheritdoc/>
    public async Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation)
    {
        var parent = parents[0];
        Candidate[] others = [.. parents.Skip(1).Where(other => !other.Artifact.Equals(parent.Artifact))];
        var result = await modification.ModifyAsync(improver ?? parent.Artifact, parent, new Surroundings(others, [.. _operators.Values]), seed, cancellation).ConfigureAwait(false);
        var origin = $"{Name}/{string.Join('+', result.Operators)}";
        return result.Child is { } child
            ? new Proposal(child, origin, [parent])
            : throw new ProposalException($"The agent of step {parent.Step} made no child: {result.Reason}.", Name);
    }

    /// <inheritdoc/>
    public void Observe(Step step)
    {
        foreach (var name in Names(step.Origin).Where(_operators.ContainsKey))
        {
            var old = _operators[name];
            _operators = _operators.SetItem(name, old with
            {
                Tries = old.Tries + 1,
                Admitted = old.Admitted + (step.Verdict.Admitted ? 1 : 0),
                Improved = old.Improved + (step.Improved ? 1 : 0),
            });
        }
    }

    /// <inheritdoc/>
    public IProposer Snapshot() => new SelfProposer(modification, improver) { _operators = _operators };

    private static IEnumerable<string> Names(string origin) =>
        origin.StartsWith(Name + "/", StringComparison.Ordinal) ? origin[(Name.Length + 1)..].Split('+').Select(edit => edit.Split('/')[0]).Distinct(StringComparer.Ordinal) : [];
}
