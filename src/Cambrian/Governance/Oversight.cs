using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Governance.Tripwires;
using Cambrian.Runs;
using Cambrian.Store;

namespace Cambrian.Governance;

/// <summary>What a run that goes on may do by itself: its mandate, its level, its promoted version. All of it is in the run's decisions, and changes only by one more of them.</summary>
internal sealed class Oversight
{
    /// <summary>Without a mandate nobody allowed anything, and nobody is named who could: a person promotes each version.</summary>
    public const AutonomyLevel WithoutMandate = AutonomyLevel.A1;

    private const string Gate = "promotion gate";
    private const string Silence = "no objection in time";

    private readonly RunDatabase _database;
    private readonly ProblemFolder _folder;
    private readonly TimeProvider _time;

    private Oversight(RunRecord record, TimeProvider time)
    {
        (_database, _folder, _time) = (record.Database, record.Folder, time);
        Mandate = MandateFile.Of(record.Path, _database.Description);
        Mandate?.RequireAllows(_folder.Problem.Name, Now);
        Standing = Standing.Of(_database.Decisions()) ?? Begin();
    }

    /// <summary>The mandate; null when the run has none.</summary>
    public Mandate? Mandate { get; }

    /// <summary>Where the run stands.</summary>
    public Standing Standing { get; private set; }

    private DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Oversight of a run that begins or goes on.</summary>
    /// <param name="record">The run, opened to write.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="MandateException">Its mandate was changed, has ended, or is about another problem.</exception>
    public static Oversight Of(RunRecord record, TimeProvider time) => new(record, time);

    /// <summary>The smaller of what was asked for and what the mandate allows.</summary>
    public Budget Limit(Budget asked) => Mandate?.Limit(asked) ?? asked;

    /// <summary>Records that a wire was touched. The same finding is recorded once; nothing falls below A0.</summary>
    public void Record(int step, Trip trip)
    {
        var known = Standing.Trips.Where(earlier => earlier.By == trip.Wire).ToList();
        if (known.Exists(earlier => earlier.Step == step || earlier.Reason == trip.Reason) || (Standing.Level == AutonomyLevel.A0 && known.Count > 0))
        {
            return;
        }

        var level = trip.Hard ? AutonomyLevel.A0 : (AutonomyLevel)Math.Max(0, (int)Standing.Level - 1);
        Decide(new Decision { Kind = DecisionKind.Tripped, Step = step, Level = (int)level, By = trip.Wire, Reason = trip.Reason, At = Now });
    }

    /// <summary>
    /// Promotes the version that waits, at a level that lets it when nobody objected in time and its evidence stands. Asked for when the wires of
    /// a new call were looked at, as they may have lowered the level.
    /// </summary>
    public async Task PromoteWhatIsDueAsync(CancellationToken cancellation)
    {
        if (Standing is not { Level: >= AutonomyLevel.A3, Waiting: { Due: { } due } waiting } || Now < due)
        {
            return;
        }

        if (await _database.VerifyAsync(cancellation).ConfigureAwait(false) is { } fault)
        {
            Record(waiting.Step, new Trip(EvidenceWire.Name, $"the ledger was altered after it was recorded (step {fault.Step}: {fault.Reason})", Hard: true));
            return;
        }

        Approve(waiting, Silence, $"nobody objected until {due:u}");
    }

    /// <summary>Tests a winner against the promoted version, and records what follows.</summary>
    /// <param name="winner">Measured on the cases of the search.</param>
    /// <param name="promoted">The promoted version, likewise.</param>
    /// <param name="onSealed">Both on the sealed cases.</param>
    /// <param name="cancellation">Passed on to the gates.</param>
    /// <returns>What was decided; null when the winner is the promoted version.</returns>
    public async Task<Decision?> JudgeAsync(Candidate winner, Candidate promoted, (Evaluation Winner, Evaluation Promoted) onSealed, CancellationToken cancellation)
    {
        // What waits has passed its test; looking again would only ask more of it.
        if (winner.Step == promoted.Step || Standing.Waiting?.Step == winner.Step)
        {
            return winner.Step == promoted.Step ? null : Standing.Waiting;
        }

        if (SealedGapWire.Look(Differences(winner.Evaluation, promoted.Evaluation), Differences(onSealed.Winner, onSealed.Promoted)) is { } gap)
        {
            Record(winner.Step, gap);
        }

        var look = _database.SealedOpenings;
        var verdict = await new PromotionGate(look).JudgeAsync(winner with { Evaluation = onSealed.Winner }, [promoted with { Evaluation = onSealed.Promoted }], cancellation).ConfigureAwait(false);
        Decide(Describe(winner, verdict, onSealed.Winner.Isolation) with { Figures = PromotionFigures.Of(onSealed.Winner, onSealed.Promoted, promoted.Step, look) });
        return Standing.Last;
    }

    /// <summary>Records a person's yes to what waits.</summary>
    public void Approve(Decision waiting, string by, string because) => Decide(waiting with { Kind = DecisionKind.Promoted, By = by, Reason = because, At = Now, Due = null, Level = (int)Standing.Level });

    /// <summary>Records a person's no to what waits.</summary>
    public void Reject(Decision waiting, string by, string because) => Decide(waiting with { Kind = DecisionKind.Rejected, By = by, Reason = because, At = Now, Due = null, Level = (int)Standing.Level });

    private static IReadOnlyList<double> Differences(Evaluation first, Evaluation second) =>
        first.Cases.Length == second.Cases.Length ? [.. first.Cases.Zip(second.Cases, (own, other) => own - other)] : [];

    private Decision Describe(Candidate winner, Verdict verdict, string isolation)
    {
        var rule = PromotionRule.Of(Standing.Level, _folder.File.Subject, isolation);
        return new Decision
        {
            Kind = verdict.Admitted ? rule.Kind : DecisionKind.Refused,
            Step = winner.Step,
            Version = winner.Artifact.Id,
            Level = (int)Standing.Level,
            By = Gate,
            Reason = verdict.Admitted ? $"{verdict.Reason}; {rule.Reason}" : verdict.Reason,
            At = Now,
            Due = verdict.Admitted && rule.Vetoable ? Now.AddHours(Mandate?.VetoHours ?? 0) : null,
        };
    }

    private Standing Begin()
    {
        var level = Mandate?.Level ?? WithoutMandate;
        Decide(new Decision
        {
            Kind = DecisionKind.Began,
            Step = 0,
            Version = _folder.Seed.Id,
            Level = (int)level,
            By = Mandate is null ? "no mandate" : "mandate",
            Reason = $"the run begins at {level} with its seed as the promoted version",
            At = Now,
        });
        return Standing;
    }

    private void Decide(Decision decision)
    {
        _database.Decide(decision);
        Standing = Standing.Of(_database.Decisions())!; // one was just recorded
    }
}
