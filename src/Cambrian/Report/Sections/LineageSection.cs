namespace Cambrian.Report.Sections;

/// <summary>Generation by generation from the seed to the winner.</summary>
internal static class LineageSection
{
    private const int MostRows = 200;

    /// <summary>The section; null when the winner is the seed.</summary>
    public static ReportSection? Of(ReportSubject subject)
    {
        var line = subject.Winner is { } winner ? subject.Reading.LineageOf(winner) : [];
        if (line.Count < 2)
        {
            return null;
        }

        var first = Math.Max(1, line.Count - MostRows);
        var rows = Enumerable.Range(first, line.Count - first).Reverse().Select(generation => Row(subject, line[generation - 1], line[generation], generation));
        var left = first > 1 ? Markup.Of($"<p class=\"remark\">The first {first - 1} generations are left out of the table.</p>") : Markup.None;
        return new ReportSection(
            "lineage",
            "Lineage",
            Markup.Of($"<figure>{new LineagePlot(subject, line).Draw()}<figcaption>Line: main parents from the seed (left) to the winner. Rings: mates that material was taken from.</figcaption></figure><div class=\"scroll\"><table><thead><tr><th class=\"number\">generation</th><th class=\"number\">step</th><th>made by</th><th class=\"number\">score</th><th class=\"number\">change</th><th>what changed</th></tr></thead><tbody>{rows}</tbody></table></div>{left}"));
    }

    private static Markup Row(ReportSubject subject, Ancestor parent, Ancestor child, int generation)
    {
        var (format, gain) = (subject.Format, child.Score - parent.Score);
        var change = format.Own(child.Score) - format.Own(parent.Score);
        var mates = child.Parents.Count > 1 ? $" × step {string.Join(", ", child.Parents.Skip(1))}" : "";
        return Markup.Of(
            $"<tr><td class=\"number\">{generation}</td><td class=\"number\">{child.Step}</td><td>{child.Origin}<span class=\"remark\">{mates}</span></td><td class=\"number\">{format.Oriented(child.Score)}</td><td class=\"number {(gain > 0 ? "good" : gain < 0 ? "bad" : "")}\">{Signed(change)}</td><td><details><summary>diff</summary>{DiffBlock.Of(parent.Artifact, child.Artifact)}</details></td></tr>");
    }

    private static string Signed(double change) => change switch
    {
        > 0 => $"+{Terminal.ScoreFormat.Number(change)}",
        0 => "0",
        _ => Terminal.ScoreFormat.Number(change).Replace('-', '−'),
    };
}
