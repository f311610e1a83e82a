using Cambrian.Core;
using Cambrian.Governance;
using Cambrian.Store;
using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>The evidence for a version that waits, for the person who decides: scores, test, difference, cheats, isolation, cost.</summary>
/// <param name="subject">The run.</param>
/// <param name="database">Its held-out scores.</param>
/// <param name="paint">Colours a line of a difference.</param>
internal sealed class ApprovalText(ReportSubject subject, RunDatabase database, Func<DiffKind, string, string> paint)
{
    private readonly ScoreFormat _format = subject.Format;

    /// <summary>The lines; none when nothing waits.</summary>
    public IEnumerable<string> Lines() => subject.Standing is { Waiting: { } waiting } standing
        && subject.Reading.AncestorAt(waiting.Step) is { } candidate && subject.Reading.AncestorAt(standing.Promoted.Step) is { } promoted
            ? [.. Scores(standing, candidate, promoted), "", .. Difference(promoted.Artifact, candidate.Artifact), "", .. Circumstances(standing), ""]
            : [];

    private IEnumerable<string> Scores(Standing standing, Ancestor candidate, Ancestor promoted)
    {
        yield return $"{subject.Folder.Problem.Name}: step {candidate.Step} waits to replace step {promoted.Step} ({_format.Better})";
        yield return $"  training     {_format.Oriented(candidate.Score)}   promoted {_format.Oriented(promoted.Score)}";
        yield return $"  validation   {Validation(candidate.Step)}   picked it among the best by training";
        if (SealedScore.Of(database, candidate.Step) is { } own && SealedScore.Of(database, promoted.Step) is { } other)
        {
            yield return $"  sealed test  {_format.Oriented(own.Score)}   promoted {_format.Oriented(other.Score)}{Interval(own, other)}";
        }

        yield return $"  test         {PlainText.Line(standing.Waiting?.Reason ?? "", 300)}";
    }

    private string Validation(int step) =>
        database.HeldOutScores().LastOrDefault(score => score.Split == HeldOutSplit.Validation && score.Step == step)?.Evaluation is { Outcome: Outcome.Valid, Score: var score }
            ? _format.Oriented(score)
            : "none";

    private static string Interval(Evaluation own, Evaluation other)
    {
        if (own.Cases.Length != other.Cases.Length || own.Cases.IsEmpty)
        {
            return "";
        }

        var comparison = PairedComparison.Of(own.Cases, other.Cases);
        return $"   better by {ScoreFormat.Short(comparison.MeanDifference)} a case, 95 % interval {ScoreFormat.Short(comparison.Interval.Low)} to {ScoreFormat.Short(comparison.Interval.High)}";
    }

    private IEnumerable<string> Difference(Artifact promoted, Artifact candidate)
    {
        var lines = ArtifactDiff.Between(promoted, candidate);
        var (added, removed) = (lines.Count(line => line.Kind == DiffKind.Added), lines.Count(line => line.Kind == DiffKind.Removed));
        return lines.Select(line => "  " + paint(line.Kind, PlainText.Printable(line.Kind switch
        {
            DiffKind.Added => $"+ {line.Text}",
            DiffKind.Removed => $"- {line.Text}",
            DiffKind.Note => line.Text,
            _ => $"  {line.Text}",
        }))).Prepend($"promoted → candidate: {added} lines added, {removed} removed");
    }

    private IEnumerable<string> Circumstances(Standing standing)
    {
        var reading = subject.Reading;
        var cheats = subject.Folder.Cheats.Count;
        yield return $"  cheats       {(cheats == 0 ? "the problem has none: nobody tried to fool its evaluator" : $"{cheats} tried before the search, none scored better than the seed")}";
        yield return $"  isolation    {(reading.Isolation.Count > 0 ? string.Join("; ", reading.Isolation) : "nothing was run")}";
        yield return $"  cost         {ScoreFormat.Count(reading.Evaluations)} evaluations in {ScoreFormat.Count(reading.Steps)} steps, candidates' processor time {(reading.Cpu > TimeSpan.Zero ? Durations.Format(reading.Cpu) : "not measured apart")}";
        yield return $"  ledger       {(subject.Fault is { } fault ? $"ALTERED at step {fault.Step}: {fault.Reason}" : "every step, program, score and decision hashes to what was recorded")}";
        foreach (var (name, text) in StandingText.Of(standing, subject.RunPath).Where(line => line.Name is "autonomy" or "tripwire"))
        {
            yield return $"  {name,-12} {text}";
        }
    }
}
