using Cambrian.Contracts.Agents;
using Cambrian.Core;

namespace Cambrian.Agents.Modification;

/// <summary>
/// Before an agent costs anything else: it must compile within the allow-list, and it must still be able to modify. In the
/// sandbox it has to produce an edit that can be made and compiles, of a fixture agent and of itself. Published systems infer
/// this from other results, and carry dead agents along.
/// </summary>
/// <param name="inner">Measures agents that passed.</param>
/// <param name="modification">Asks agents and makes their edits.</param>
/// <param name="fixture">The agent that every agent must be able to edit: usually the seed.</param>
/// <param name="attempts">Patches it may offer for each until one does; default 3.</param>
public sealed class RetentionEvaluator(IEvaluator inner, SelfModification modification, Artifact fixture, int attempts = 3) : IEvaluator
{
    /// <summary>What starts the feedback of an agent that lost the ability.</summary>
    public const string Lost = "retention";

    /// <inheritdoc/>
    public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        if (modification.Complaint(artifact, cancellation) is { } complaint)
        {
            return Evaluation.None(Outcome.Failed, complaint) with { Cost = 1 };
        }

        foreach (var (subject, other, name) in new[] { (fixture, artifact, "a fixture agent"), (artifact, fixture, "itself") })
        {
            if (await FaultAsync(artifact, (subject, other), cancellation).ConfigureAwait(false) is { } fault)
            {
                return Evaluation.None(Outcome.Invalid, $"{Lost}: it can no longer modify {name}: {fault}") with { Cost = 1 };
            }
        }

        // Open-ended search keeps children that are worse than their parents, so nothing is stopped for trailing.
        return await inner.EvaluateAsync(artifact, rival: null, cancellation).ConfigureAwait(false);
    }

    // As in a step: another agent is shown, and chance is another for every agent, so that none can be made for this test alone.
    private async Task<string?> FaultAsync(Artifact improver, (Artifact Own, Artifact Other) shown, CancellationToken cancellation)
    {
        var (candidate, fault) = (new Candidate(0, shown.Own, Evaluation.Of(0), []), "");
        var surroundings = new Surroundings([new Candidate(1, shown.Other, Evaluation.Of(0), [])], [.. modification.Operators.Select(known => new OperatorView(known.Name, known.NeedsMate, 0, 0, 0))]);
        var chance = Convert.ToInt32(improver.Id[..8], 16);
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            var result = await modification.ModifyAsync(improver, candidate, surroundings, Randomness.Derive(chance, attempt, 0), cancellation).ConfigureAwait(false);
            fault = result.Child is { } child ? modification.Complaint(child, cancellation) : result.Reason;
            if (fault is null)
            {
                return null;
            }
        }

        return fault;
    }
}
