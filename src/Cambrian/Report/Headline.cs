using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>The four figures at the top of a report.</summary>
internal static class Headline
{
    /// <summary>The figures.</summary>
    public static Markup Of(ReportSubject subject)
    {
        var (test, validation) = (subject.Result?.Test, subject.Result?.Validation);
        if (subject is not { Winner: { } winner, Reading.Seed: { } seed })
        {
            return Markup.Of($"<p>Nothing was measured in this run.</p>");
        }

        var format = subject.Format;
        var (kind, score) = test is not null ? ("winner on the sealed test", test.Value)
            : validation is not null ? ("winner on validation", validation.Value)
            : ("best on training", format.Own(winner.Score));
        var verdict = KnownValues.Best(subject.Folder.File) is { } known && test is { } own ? KnownValues.Compare(subject.Folder.File, own, known) : format.Better;
        var alarm = subject.Fault is null ? Markup.None : Markup.Of($"<p class=\"bad strong\">This run's ledger was altered after it was recorded (step {subject.Fault.Step}): nothing below can be trusted.</p>");
        return Markup.Of(
            $"{alarm}<div class=\"figures\">{Figure(ScoreFormat.Number(score), format.Unit, $"{kind}; {verdict}", "lead")}{Figure(format.Oriented(seed.Score), "", "seed, training", "")}{Figure(format.Oriented(winner.Score), "", "winner, training", "")}{Figure(ScoreFormat.Count(subject.Reading.Evaluations), "", $"evaluations in {ScoreFormat.Count(subject.Reading.Steps)} steps", "")}</div>");
    }

    private static Markup Figure(string value, string unit, string remark, string kind) => Markup.Of(
        $"<div class=\"figure {kind}\"><div class=\"value\">{value} <span class=\"unit\">{unit}</span></div><div class=\"remark\">{remark}</div></div>");
}
