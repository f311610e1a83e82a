using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Governance;

/// <summary>
/// The test before a version is promoted: better than the promoted one, case by case, on sealed cases that chose neither, and surely so
/// for the number of times those cases were looked at. Judges candidates as they were measured there.
/// </summary>
/// <param name="look">Which look at the sealed cases of this run it is, from 1: how many candidates were tried on them, this one included.</param>
internal sealed class PromotionGate(int look) : IGate
{
    /// <inheritdoc/>
    public Task<Verdict> JudgeAsync(Candidate child, IReadOnlyList<Candidate> parents, CancellationToken cancellation) => Task.FromResult(Judge(child.Evaluation, parents));

    private Verdict Judge(Evaluation child, IReadOnlyList<Candidate> promoted)
    {
        if (child is not { Outcome: Outcome.Valid, Complete: true } || double.IsNaN(child.Score))
        {
            return Verdict.Reject($"it has no valid score on the sealed cases ({child.Outcome}{(child.Feedback.Length > 0 ? ": " + child.Feedback : "")})");
        }

        if (promoted.Count == 0)
        {
            return Verdict.Admit("there is no promoted version to compare with");
        }

        if (promoted[0].Evaluation is { Outcome: not Outcome.Valid } other)
        {
            return Verdict.Reject($"the promoted version has no valid score on the sealed cases to compare with ({other.Outcome}{(other.Feedback.Length > 0 ? ": " + other.Feedback : "")})");
        }

        return Advantage.Of(child, promoted[0].Evaluation, look) is not { } advantage ? Verdict.Reject("it cannot be compared with the promoted version, case by case, on the sealed cases")
            : advantage.IsShown ? Verdict.Admit($"{advantage}") : Verdict.Reject($"{advantage}");
    }
}
