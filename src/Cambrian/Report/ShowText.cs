using Cambrian.Core;
using Cambrian.Governance;
using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>A run as text: scores, lineage with differences, operators, cases.</summary>
/// <param name="subject">The run.</param>
/// <param name="paint">Colours a line of a difference; leaves it as it is where there are no colours.</param>
internal sealed class ShowText(ReportSubject subject, Func<DiffKind, string, string> paint)
{
    private const int MostGenerations = 12;
    private const int MostCases = 40;
    private readonly ScoreFormat _format = subject.Format;

    /// <summary>All lines.</summary>
    /// <param name="everything">Whether long parts are shown in full.</param>
    public IEnumerable<string> Lines(bool everything)
    {
        yield return $"{subject.Folder.Problem.Name}: {PlainText.Line(subject.Folder.File.Title, 200)}";
        yield return $"{subject.RunPath} · seed {subject.Options.Seed} · {subject.Options.Strategy} strategy · {Effort()}";
        yield return subject.Fault is { } fault
            ? $"LEDGER ALTERED: step {fault.Step}: {fault.Reason}."
            : subject.Head.Length > 0 ? $"ledger: every step and program hashes to what was recorded; chain head {subject.Head[..16]}" : "ledger: not checked";
        if (subject is not { Winner: { } winner, Reading.Seed: { } seed })
        {
            yield return "Nothing was admitted in this run, so there is nothing to show.";
            yield break;
        }

        var parts = new[] { Scores(winner, seed), Promotion(), Program(winner, seed), Lineage(winner, everything), Operators(), Models(), Cases(winner, seed, everything) };
        foreach (var line in parts.Where(part => part.Any()).SelectMany(part => part.Prepend("")))
        {
            yield return line;
        }
    }

    private string Effort()
    {
        var reading = subject.Reading;
        var isolation = reading.Isolation.Count > 0 ? $" · {string.Join("; ", reading.Isolation)}" : "";
        return $"{ScoreFormat.Count(reading.Steps)} steps, {ScoreFormat.Count(reading.Evaluations)} evaluations, {ScoreFormat.Share(reading.Admitted, reading.Steps)} admitted{isolation}";
    }

    private IEnumerable<string> Scores(Candidate winner, Candidate seed)
    {
        yield return $"SCORES  {(_format.Unit.Length > 0 ? $"{PlainText.Line(_format.Unit, 60)}, " : "")}{_format.Better}";
        yield return $"  training     {_format.Oriented(winner.Score)}   seed {_format.Oriented(seed.Score)}";
        if (subject.Result is not { } result)
        {
            yield return "  The run was not finished, so no winner was picked on the validation cases and the sealed ones are unopened.";
            yield break;
        }

        yield return $"  validation   {Number(result.Validation)}";
        yield return $"  sealed test  {Number(result.Test)}{(result.SeedTest is { } own ? $"   seed {ScoreFormat.Number(own)}" : "")}{(result.SealedOpenings > 1 ? $"   opened {result.SealedOpenings} times in this run" : "")}";
        if (result.OverSeed is { } advantage)
        {
            yield return $"    against the seed: {advantage}";
        }

        foreach (var (name, value) in result.TestMetrics.Where(metric => metric.Key != "length"))
        {
            yield return $"    {PlainText.Line(name, 60)}  {ScoreFormat.Number(value)}";
        }

        foreach (var known in KnownValues.Ranked(subject.Folder.File))
        {
            yield return $"    {(result.Test is { } test ? KnownValues.Compare(subject.Folder.File, test, known) : $"{PlainText.Line(known.Name, 60)}: {ScoreFormat.Number(known.Value)}")}";
        }
    }

    private IEnumerable<string> Promotion() => subject.Standing is { } standing
        ? StandingText.Of(standing, subject.RunPath).Select(line => $"  {line.Name,-17} {line.Text}").Prepend("PROMOTION")
        : ["PROMOTION  nothing was decided"];

    private static string Number(double? score) => score is { } number ? ScoreFormat.Number(number) : "none";

    private IEnumerable<string> Program(Candidate winner, Candidate seed) =>
        Diff(seed.Artifact, winner.Artifact, "  ", context: 3).Prepend($"PROGRAM  seed → winner ({winner.Artifact}, step {winner.Step})");

    private IEnumerable<string> Lineage(Candidate winner, bool everything)
    {
        var line = subject.Reading.LineageOf(winner);
        yield return $"LINEAGE  {line.Count - 1} generations from the seed";
        var first = everything ? 1 : Math.Max(1, line.Count - MostGenerations);
        if (first > 1)
        {
            yield return $"  … {first - 1} earlier generations: --all shows them";
        }

        for (var generation = first; generation < line.Count; generation++)
        {
            var (parent, child) = (line[generation - 1], line[generation]);
            var mates = child.Parents.Count > 1 ? $" with step {string.Join(", ", child.Parents.Skip(1))}" : "";
            yield return $"  {generation}. step {ScoreFormat.Count(child.Step)}, {PlainText.Line(child.Origin)}{mates}: {_format.Oriented(parent.Score)} → {_format.Oriented(child.Score)}";
            foreach (var change in Diff(parent.Artifact, child.Artifact, "       ", context: 0))
            {
                yield return change;
            }
        }
    }

    private IEnumerable<string> Diff(Artifact before, Artifact after, string indent, int context) =>
        ArtifactDiff.Between(before, after, context).Select(line => indent + paint(line.Kind, PlainText.Printable(line.Kind switch
        {
            DiffKind.Added => $"+ {line.Text}",
            DiffKind.Removed => $"- {line.Text}",
            DiffKind.Note => line.Text,
            _ => $"  {line.Text}",
        })));

    private IEnumerable<string> Operators()
    {
        var table = new Table("  operator", ">tries", ">valid", ">improved", ">new bests", ">gain", ">gain/1,000 cases");
        foreach (var row in subject.Reading.Operators)
        {
            table.Add(
                $"  {PlainText.Line(row.Name, 40)}",
                ScoreFormat.Count(row.Tries),
                ScoreFormat.Share(row.Valid, row.Tries),
                ScoreFormat.Share(row.Improved, row.Tries),
                ScoreFormat.Count(row.Bests),
                ScoreFormat.Short(row.Gain),
                ScoreFormat.Short(row.GainPerThousand));
        }

        return table.Lines().Prepend("OPERATORS");
    }

    private IEnumerable<string> Models() => subject.Usage.Count == 0 ? [] : ModelTable.Of(subject.Usage).Lines().Select(line => $"  {line}").Prepend("MODELS");

    private IEnumerable<string> Cases(Candidate winner, Candidate seed, bool everything)
    {
        var (before, after) = (seed.Evaluation.Cases, winner.Evaluation.Cases);
        if (!winner.Evaluation.Complete)
        {
            yield return $"CASES  the winner was measured on {after.Length} of {before.Length}, in an order of its own: its training score is their mean";
            yield break;
        }

        var both = Math.Min(before.Length, after.Length);
        var better = Enumerable.Range(0, both).Count(index => after[index] > before[index]);
        yield return $"CASES  winner better than the seed in {better} of {both}";
        var shown = everything ? both : Math.Min(both, MostCases);
        var table = new Table("  case", ">seed", ">winner");
        for (var index = 0; index < shown; index++)
        {
            table.Add($"  {index}", _format.Oriented(before[index]), _format.Oriented(after[index]));
        }

        foreach (var line in table.Lines())
        {
            yield return line;
        }

        if (shown < both)
        {
            yield return $"  … {both - shown} more: --all shows them";
        }
    }
}
