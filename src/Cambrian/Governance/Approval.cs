using Cambrian.Runs;
using Cambrian.Store;

namespace Cambrian.Governance;

/// <summary>A person's word on what waits. Refused when there is nothing to decide, the person is not asked, or the evidence does not hold.</summary>
/// <param name="record">The run, opened to write.</param>
/// <param name="time">The clock.</param>
internal sealed class Approval(RunRecord record, TimeProvider time)
{
    private readonly Oversight _oversight = Oversight.Of(record, time);

    /// <summary>Records it.</summary>
    /// <param name="by">Whose word.</param>
    /// <param name="step">The step it is about; null for the one that waits.</param>
    /// <param name="reject">Whether it is a no.</param>
    /// <param name="because">Why.</param>
    /// <param name="cancellation">Stops the checking of the ledger; nothing is recorded then.</param>
    /// <exception cref="MandateException">It cannot be recorded, and why.</exception>
    public async Task RecordAsync(string by, int? step, bool reject, string because, CancellationToken cancellation)
    {
        var waiting = Waiting(step);
        RequireMayDecide(by);
        if (reject)
        {
            _oversight.Reject(waiting, by, because);
            return;
        }

        RequireLevel();
        await RequireEvidenceAsync(waiting, cancellation).ConfigureAwait(false);
        _oversight.Approve(waiting, by, because);
    }

    private Decision Waiting(int? step) => _oversight.Standing.Waiting is not { } waiting
        ? throw new MandateException($"Nothing waits for approval in {record.Path}. A version waits after a run ended and it passed its test on the sealed cases; 'cambrian show' says what was decided.")
        : step is { } asked && asked != waiting.Step
            ? throw new MandateException($"Step {asked} does not wait for approval; step {waiting.Step} does. Leave --step out, or give {waiting.Step}.")
            : waiting;

    private void RequireMayDecide(string by)
    {
        if (_oversight.Mandate is { } mandate && !mandate.Approvers.Contains(by, StringComparer.Ordinal))
        {
            throw new MandateException($"'{by}' may not decide: the run's mandate names {string.Join(", ", mandate.Approvers)}.");
        }
    }

    private void RequireLevel()
    {
        if (_oversight.Standing.Level == AutonomyLevel.A0)
        {
            var trips = _oversight.Standing.Trips is [.., var last] ? $" since the tripwire '{last.By}' ({last.Reason})" : "";
            throw new MandateException($"The run's level is A0{trips}: it only suggests, and nothing of it can be promoted. 'cambrian best' prints its program; a new run can start from it.");
        }
    }

    // The test is made again from what is recorded: a decision that its own figures do not bear out is none.
    private async Task RequireEvidenceAsync(Decision waiting, CancellationToken cancellation)
    {
        if (await record.Database.VerifyAsync(cancellation).ConfigureAwait(false) is { } fault)
        {
            throw new MandateException($"The evidence does not hold: the ledger was altered after it was recorded (step {fault.Step}: {fault.Reason}).");
        }

        var look = (int)waiting.Figures.GetValueOrDefault(PromotionFigures.Look);
        var against = (int)waiting.Figures.GetValueOrDefault(PromotionFigures.Against);
        if (against != _oversight.Standing.Promoted.Step)
        {
            throw new MandateException($"The evidence does not hold: step {waiting.Step} was compared with step {against}, and step {_oversight.Standing.Promoted.Step} is the promoted version now. Go on with 'cambrian resume', which compares again.");
        }

        if (SealedScore.Of(record.Database, waiting.Step) is not { } winner || SealedScore.Of(record.Database, against) is not { } promoted
            || look < 1 || Advantage.Of(winner, promoted, look) is not { IsShown: true })
        {
            throw new MandateException($"The evidence does not hold: the recorded scores of step {waiting.Step} and step {against} on the sealed cases do not show an advantage.");
        }
    }
}
