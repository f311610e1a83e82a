using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.Governance;
using Cambrian.Store;

namespace Cambrian.Runs;

/// <summary>
/// Scores a run's winner on the sealed cases, beside the seed and the promoted version, and has it judged. The look at them is recorded
/// before it is taken.
/// </summary>
/// <param name="record">The run.</param>
/// <param name="sealedCases">Measures on the sealed cases.</param>
/// <param name="oversight">Judges.</param>
/// <param name="time">The clock.</param>
internal sealed class SealedTrial(RunRecord record, IEvaluator sealedCases, Oversight oversight, TimeProvider time)
{
    private readonly Problem _problem = record.Folder.Problem;

    /// <summary>What came of it.</summary>
    /// <param name="chosen">Chosen on the validation cases.</param>
    /// <param name="promoted">The promoted version; null when its step was not read, and then nothing is decided.</param>
    /// <param name="cancellation">Kills the sandboxes.</param>
    public async Task<RunResult> RunAsync(Finalist chosen, Candidate? promoted, CancellationToken cancellation)
    {
        var (winner, validation) = (chosen.Candidate, chosen.Validation);
        record.Database.Record(new HeldOutScore(HeldOutSplit.Validation, winner.Step, validation));
        record.Database.OpenSealed(winner.Step, time.GetUtcNow());
        var test = await sealedCases.EvaluateAsync(winner.Artifact, rival: null, cancellation).ConfigureAwait(false);

        // What the seed is worth there decides nothing once it is not the promoted version: it says whether the winner's score means anything.
        var seed = winner.Step > 0 ? await MeasureAsync(0, _problem.Seeds[0], cancellation).ConfigureAwait(false) : null;
        var other = promoted is null || promoted.Step == winner.Step ? null
            : promoted.Step == 0 ? seed : await MeasureAsync(promoted.Step, promoted.Artifact, cancellation).ConfigureAwait(false);
        record.Database.Record(new HeldOutScore(HeldOutSplit.Sealed, winner.Step, test));
        return new RunResult
        {
            Winner = winner,
            Training = _problem.Orient(winner.Score),
            Validation = Own(validation),
            Test = Own(test),
            TestMetrics = test.Metrics,
            SeedTest = seed is null ? null : Own(seed),
            SeedMetrics = seed?.Metrics ?? ImmutableSortedDictionary<string, double>.Empty,
            OverSeed = seed is null ? null : Advantage.Of(test, seed, record.Database.SealedOpenings),
            SealedOpenings = record.Database.SealedOpenings,
            Decision = promoted is null || other is null ? null : await oversight.JudgeAsync(winner, promoted, (test, other), cancellation).ConfigureAwait(false),
        };
    }

    private async Task<Evaluation> MeasureAsync(int step, Artifact artifact, CancellationToken cancellation)
    {
        var evaluation = await sealedCases.EvaluateAsync(artifact, rival: null, cancellation).ConfigureAwait(false);
        record.Database.Record(new HeldOutScore(HeldOutSplit.Sealed, step, evaluation));
        return evaluation;
    }

    private double? Own(Evaluation evaluation) => evaluation.Outcome == Outcome.Valid ? _problem.Orient(evaluation.Score) : null;
}
