using Cambrian.Core;
using Cambrian.Terminal;

namespace Cambrian.Report.Sections;

/// <summary>How the run was made, and how to make it again.</summary>
internal static class AboutSection
{
    /// <summary>The section.</summary>
    public static ReportSection Of(ReportSubject subject)
    {
        var reading = subject.Reading;
        (string Name, string Value)[] facts =
        [
            ("problem", subject.Folder.Problem.Name),
            ("run", subject.RunPath),
            ("seed of all randomness", $"{subject.Options.Seed}"),
            ("strategy", subject.Options.Strategy),
            ("steps", ScoreFormat.Count(reading.Steps)),
            ("evaluations", $"{ScoreFormat.Count(reading.Evaluations)}: {ScoreFormat.Count(reading.Count(Outcome.Valid))} valid, {ScoreFormat.Count(reading.Count(Outcome.Invalid))} invalid, {ScoreFormat.Count(reading.Count(Outcome.Failed))} failed, {ScoreFormat.Count(reading.Count(Outcome.TimedOut))} timed out"),
            ("steps without a child", ScoreFormat.Count(reading.Steps - reading.Evaluations)),
            ("admitted", $"{ScoreFormat.Count(reading.Admitted)} ({ScoreFormat.Share(reading.Admitted, reading.Steps)})"),
            ("candidates' processor time", reading.Cpu > TimeSpan.Zero ? Durations.Format(reading.Cpu) : "not measured apart"),
            ("ledger", Ledger(subject)),
            ("isolation", reading.Isolation.Count > 0 ? string.Join("; ", reading.Isolation) : "nothing was run"),
        ];
        var rows = facts.Select(fact => Markup.Of($"<tr><th>{fact.Name}</th><td>{fact.Value}</td></tr>"));
        return new ReportSection(
            "about",
            "About this run",
            Markup.Of($"<div class=\"scroll\"><table class=\"facts\"><tbody>{rows}</tbody></table></div><p>The same steps again:</p><pre>{subject.Command}</pre><details><summary>the task</summary><pre class=\"prose\">{subject.Folder.Problem.Statement}</pre></details>"));
    }

    private static string Ledger(ReportSubject subject) => subject.Fault is { } fault
        ? $"altered after it was recorded: step {fault.Step}, {fault.Reason}"
        : subject.Head.Length > 0 ? $"every step and program hashes to what was recorded; chain head {subject.Head}" : "not checked";
}
