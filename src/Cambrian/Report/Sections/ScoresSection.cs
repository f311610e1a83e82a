using Cambrian.Algorithms.Folders;
using Cambrian.Terminal;

namespace Cambrian.Report.Sections;

/// <summary>Seed and winner on each split, and where the winner stands among published values.</summary>
internal static class ScoresSection
{
    /// <summary>The section.</summary>
    public static ReportSection Of(ReportSubject subject) => new("scores", "Scores", Markup.Of($"{Splits(subject)}{Known(subject)}"));

    private static Markup Splits(ReportSubject subject)
    {
        var (format, result) = (subject.Format, subject.Result);
        var rows = new[]
        {
            Row("training", "the search saw these cases", subject.Reading.Seed?.Score is { } seed ? format.Own(seed) : null, subject.Winner?.Score is { } best ? format.Own(best) : null),
            Row("validation", "picked the winner among the best by training", null, result?.Validation),
            Row("sealed test", Openings(subject), result?.SeedTest, result?.Test),
        };
        return Markup.Of($"<div class=\"scroll\"><table><thead><tr><th>cases</th><th class=\"number\">seed</th><th class=\"number\">winner</th><th></th></tr></thead><tbody>{rows}</tbody></table></div>");
    }

    private static string Openings(ReportSubject subject) => subject.Result?.SealedOpenings switch
    {
        null or 0 => "not opened",
        1 => $"opened once, for the winner and, to compare, the seed{Advantage(subject)}",
        { } times => $"opened {times} times in this run: no longer an unseen set",
    };

    private static string Advantage(ReportSubject subject) => subject.Result?.OverSeed is { } advantage ? $": {advantage}" : "";

    private static Markup Row(string name, string remark, double? seed, double? winner) => Markup.Of(
        $"<tr><td>{name}</td><td class=\"number\">{Cell(seed)}</td><td class=\"number strong\">{Cell(winner)}</td><td class=\"remark\">{remark}</td></tr>");

    private static string Cell(double? score) => score is { } value ? ScoreFormat.Number(value) : "–";

    private static Markup Known(ReportSubject subject)
    {
        var file = subject.Folder.File;
        if (file.Known.Count == 0)
        {
            return Markup.None;
        }

        var ours = subject.Result?.Test is { } test ? new KnownValueSection { Name = "this run, sealed test", Value = test, Source = "" } : null;
        var all = ours is null ? file.Known : [.. file.Known, ours];
        var ranked = KnownValues.Ranked(file with { Known = all }).ToList();
        var (low, high) = (all.Min(known => known.Value), all.Max(known => known.Value));
        var rows = ranked.Select(known => KnownRow(known, ReferenceEquals(known, ours), high > low ? (known.Value - low) / (high - low) : 0.5));
        return Markup.Of($"<h3>Against published values</h3><p class=\"remark\">On the sealed test cases, in {UnitName(subject)}; {subject.Format.Better}.</p><div class=\"scroll\"><table class=\"known\"><tbody>{rows}</tbody></table></div>");
    }

    private static string UnitName(ReportSubject subject) => subject.Format.Unit.Length > 0 ? subject.Format.Unit : "the problem's own score";

    private static Markup KnownRow(KnownValueSection known, bool ours, double share) => Markup.Of(
        $"<tr class=\"{(ours ? "ours" : "")}\"><td>{known.Name}<div class=\"source\">{known.Source}</div></td><td class=\"number\">{ScoreFormat.Number(known.Value)}</td><td class=\"dots\"><svg width=\"100%\" height=\"16\" aria-hidden=\"true\"><line class=\"grid\" x1=\"4%\" x2=\"96%\" y1=\"8\" y2=\"8\"/><circle class=\"{(ours ? "bestdot" : "knowndot")}\" cx=\"{4 + (92 * share)}%\" cy=\"8\" r=\"5\"/></svg></td></tr>");
}
