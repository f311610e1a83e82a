using System.Collections.Immutable;
using System.Globalization;
using Cambrian.Core;
using Cambrian.CSharp.Evaluators;

namespace Cambrian.Agents.Allocation;

/// <summary>
/// Measures an agent on one task at a time. Without a rival it is measured in full, as seeds are. A rival that is complete says that the
/// agent is new: it passes the gates and is measured on no task. A rival that is not complete is the agent's own record so far: the
/// answer is that record with one more task. Tasks come in an order that depends on the agent alone, none twice.
/// </summary>
/// <param name="full">Measures on all tasks.</param>
/// <param name="gates">Decides whether an agent may be measured at all; its answer has no cases and is not complete.</param>
/// <param name="tasks">Measures on one task. Scores lie between 0 and 1.</param>
public sealed class TaskByTaskEvaluator(IEvaluator full, IEvaluator gates, ICaseEvaluator tasks) : IEvaluator
{
    /// <summary>What the gates stand in front of: an agent that came so far is measured on no task yet.</summary>
    public static IEvaluator Unmeasured { get; } = new Nothing();

    /// <inheritdoc/>
    public Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation) => rival switch
    {
        null => full.EvaluateAsync(artifact, rival: null, cancellation),
        { Complete: true } => gates.EvaluateAsync(artifact, rival: null, cancellation),
        _ => ExtendAsync(artifact, rival, cancellation),
    };

    /// <summary>The order in which an agent meets the tasks: as if shuffled, and always the same for equal agents.</summary>
    /// <param name="artifact">The agent.</param>
    /// <param name="count">How many tasks there are.</param>
    public static ImmutableArray<int> Order(Artifact artifact, int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        Randomness.From(int.Parse(artifact.Id.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).Shuffle(order);
        return [.. order];
    }

    private async Task<Evaluation> ExtendAsync(Artifact artifact, Evaluation record, CancellationToken cancellation)
    {
        var order = Order(artifact, await tasks.CountAsync(cancellation).ConfigureAwait(false));
        var measured = await tasks.EvaluateCaseAsync(artifact, order[record.Cases.Length], cancellation).ConfigureAwait(false);

        // A task on which it breaks is a task that it has not solved; the agent stays.
        ImmutableArray<double> cases = [.. record.Cases, measured.Outcome == Outcome.Valid ? measured.Score : 0];
        var complete = cases.Length == order.Length;
        return measured with
        {
            Outcome = Outcome.Valid,
            Score = cases.Average(),
            Cases = complete ? [.. order.Zip(cases).OrderBy(pair => pair.First).Select(pair => pair.Second)] : cases,
            Metrics = record.Metrics.SetItems(measured.Metrics),
            Complete = complete,
        };
    }

    private sealed class Nothing : IEvaluator
    {
        public Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            return Task.FromResult(new Evaluation { Outcome = Outcome.Valid, Complete = false, Cost = 1 });
        }
    }
}
