using System.Text;
using Cambrian.Terminal;

namespace Cambrian.Constructions;

/// <summary>A table of constructions in a terminal and in Markdown.</summary>
internal static class TableText
{
    /// <summary>For a terminal.</summary>
    public static IEnumerable<string> Lines(ConstructionTable table)
    {
        var lines = new Table([.. TableCells.Headings]);
        foreach (var row in table.Rows)
        {
            lines.Add([.. TableCells.Of(row).Select(cell => PlainText.Line(cell, 60))]);
        }

        return [.. lines.Lines(), "", Summary(table), .. table.Rows.SelectMany(TableCells.Notes).Select(note => PlainText.Line(note, 300))];
    }

    /// <summary>For a document.</summary>
    public static string Markdown(ConstructionTable table)
    {
        var text = new StringBuilder();
        text.AppendLine($"| {string.Join(" | ", TableCells.Headings.Select(heading => heading.TrimStart('>')))} |");
        text.AppendLine($"|{string.Concat(TableCells.Headings.Select(heading => heading.StartsWith('>') ? "---:|" : "---|"))}");
        foreach (var row in table.Rows)
        {
            text.AppendLine($"| {string.Join(" | ", TableCells.Of(row).Select(Escape))} |");
        }

        text.AppendLine().AppendLine(Summary(table)).AppendLine();
        foreach (var note in table.Rows.SelectMany(TableCells.Notes))
        {
            text.AppendLine($"- {Escape(note)}");
        }

        return text.ToString();
    }

    /// <summary>One sentence on the whole.</summary>
    public static string Summary(ConstructionTable table) =>
        $"{table.AtLeastAlphaEvolve} of {table.Rows.Count(row => row.AlphaEvolve is not null)} rows equal or beat AlphaEvolve's value; {table.Rows.Count(row => row.Value is null)} have no result.";

    private static string Escape(string cell) => PlainText.Line(cell, 300).Replace("|", "\\|", StringComparison.Ordinal);
}
