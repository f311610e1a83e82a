using Cambrian.Report;

namespace Cambrian.Constructions;

/// <summary>A table of constructions as one HTML file, with pictures.</summary>
internal static class TablePage
{
    /// <summary>The page.</summary>
    public static string Of(ConstructionTable table)
    {
        List<ReportSection> sections = [new("table", "The table", Rows(table)), new("sources", "Sources", Notes(table))];
        var pictures = table.Rows.Where(row => row.Judged?.Picture is not null).ToList();
        if (pictures.Count > 0)
        {
            sections.Insert(1, new("pictures", "Pictures", Markup.Of($"<div class=\"gallery\">{pictures.Select(Picture)}</div>")));
        }

        return HtmlPage.Of(
            $"Cambrian · table {table.Name}",
            "Cambrian · constructions, verified again for this page",
            TableText.Summary(table),
            sections,
            Markup.Of($"<p>↓ smaller is better, ↑ greater is better. A value within 1e-9 of a published one, relative, equals it; the rules of a construction know no tolerance. CPU s is the processor time of the run that found it, with those it started from.</p>"));
    }

    private static Markup Rows(ConstructionTable table)
    {
        var head = TableCells.Headings.Select(heading => Markup.Of($"<th class=\"{Kind(heading)}\">{heading.TrimStart('>')}</th>"));
        var rows = table.Rows.Select(row => Markup.Of($"<tr class=\"{(row.Against(row.AlphaEvolve) >= Comparison.Equal ? "reached" : "")}\">{Cells(row)}</tr>"));
        return Markup.Of($"<div class=\"scroll\"><table class=\"rows\"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>");
    }

    private static IEnumerable<Markup> Cells(TableRow row) =>
        TableCells.Of(row).Zip(TableCells.Headings, (cell, heading) => Markup.Of($"<td class=\"{Kind(heading)} {(heading == ">Cambrian" ? "found" : "")}\">{cell}</td>"));

    private static Markup Notes(ConstructionTable table)
    {
        var notes = table.Rows.SelectMany(TableCells.Notes).Select(note => Markup.Of($"<li>{note}</li>"));
        return Markup.Of($"<ul class=\"source\">{notes}</ul>");
    }

    private static Markup Picture(TableRow row) => Markup.Of(
        $"<figure>{SvgImage.Of(row.Judged!.Picture!, row.Folder.File.Title)}<figcaption>{row.Folder.Problem.Name}: {TableCells.Number(row.Judged.Score.Value)} {row.Folder.File.Unit}</figcaption></figure>"); // only rows with a picture

    private static string Kind(string heading) => heading.StartsWith('>') ? "number" : "";
}
