using System.Collections.Immutable;
using Cambrian.Core;

namespace Cambrian.Models.Proposers;

/// <summary>What came to nothing lately among a proposer's children, so that it is not tried again and can be mended.</summary>
/// <param name="origins">The origins of its children, as they reach it.</param>
internal sealed class AttemptMemory(IReadOnlyCollection<string> origins)
{
    private const int MostAttempts = 6;

    // Far more than a window: a child's parent was chosen among what was kept, which may be old.
    private const int MostCandidates = 1_024;

    private readonly Dictionary<int, Candidate> _candidates = [];
    private readonly Queue<int> _order = new();

    /// <summary>The latest, oldest first.</summary>
    public ImmutableArray<Attempt> Attempts { get; private set; } = [];

    /// <summary>Takes note of a step.</summary>
    public void Observe(Step step)
    {
        if (step.Admitted is { } candidate)
        {
            Keep(candidate);
        }
        else if (origins.Contains(step.Origin))
        {
            var parent = step.Parents.Count > 0 ? _candidates.GetValueOrDefault(step.Parents[0]) : null;
            var broken = step.Evaluation is { Outcome: not Outcome.Valid } ? step.Child : null;
            var attempts = Attempts.Add(new Attempt(Reason(step), broken, parent));
            Attempts = attempts.Length > MostAttempts ? attempts.RemoveAt(0) : attempts;
        }
    }

    private void Keep(Candidate candidate)
    {
        if (_candidates.TryAdd(candidate.Step, candidate))
        {
            _order.Enqueue(candidate.Step);
        }

        if (_order.Count > MostCandidates)
        {
            _candidates.Remove(_order.Dequeue());
        }
    }

    private static string Reason(Step step) => step.Evaluation switch
    {
        { Outcome: not Outcome.Valid } evaluation => evaluation.Feedback.Length > 0 ? evaluation.Feedback : $"{evaluation.Outcome}",
        _ => step.Verdict.Reason,
    };
}
