using System.Globalization;
using System.Text;

namespace Cambrian.Bench.Measuring;

/// <summary>A small table, printed aligned; the same text is valid Markdown.</summary>
/// <param name="Title">One line: what was measured, and in which units.</param>
/// <param name="Columns">Heads of the columns.</param>
public sealed record Table(string Title, IReadOnlyList<string> Columns)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row: as many cells as there are columns; numbers and samples are formatted.</summary>
    public void Add(params IEnumerable<object> cells)
    {
        string[] row = [.. cells.Select(cell => cell is double number ? Number(number) : Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")];
        if (row.Length != Columns.Count)
        {
            throw new ArgumentException($"A row of {row.Length} cells was given to a table of {Columns.Count} columns.", nameof(cells));
        }

        _rows.Add(row);
    }

    /// <summary>Three significant digits, thousands separated.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        double.NaN => "–",
        0 => "0",
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("0.00", CultureInfo.InvariantCulture),
        >= 0.1 => value.ToString("0.000", CultureInfo.InvariantCulture),
        _ => value.ToString("G2", CultureInfo.InvariantCulture),
    };

    /// <inheritdoc/>
    public override string ToString()
    {
        int[] widths = [.. Columns.Select((column, index) => _rows.Select(row => row[index].Length).Append(column.Length).Max())];
        var text = new StringBuilder().AppendLine(Title).AppendLine();
        text.AppendLine(Line(Columns, widths)).AppendLine("| " + string.Join(" | ", widths.Select((width, index) => new string('-', width - (index > 0 ? 1 : 0)) + (index > 0 ? ":" : ""))) + " |");
        foreach (var row in _rows)
        {
            text.AppendLine(Line(row, widths));
        }

        return text.ToString();
    }

    private static string Line(IEnumerable<string> cells, int[] widths) =>
        "| " + string.Join(" | ", cells.Select((cell, index) => index == 0 ? cell.PadRight(widths[index]) : cell.PadLeft(widths[index]))) + " |";
}
