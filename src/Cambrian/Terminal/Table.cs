namespace Cambrian.Terminal;

/// <summary>A table of text: columns as wide as they need, numbers to the right.</summary>
/// <param name="columns">Headings; one that starts with "&gt;" stands over numbers.</param>
internal sealed class Table(params IReadOnlyList<string> columns)
{
    private readonly List<IReadOnlyList<string>> _rows = [];

    /// <summary>Adds a row with a cell for every column.</summary>
    public void Add(params IReadOnlyList<string> cells) => _rows.Add(cells);

    /// <summary>The lines, the headings first.</summary>
    public IEnumerable<string> Lines()
    {
        var headings = columns.Select(column => column.TrimStart('>')).ToList();
        var widths = headings.Select((heading, index) => _rows.Select(row => row[index].Length).Append(heading.Length).Max()).ToList();
        return _rows.Prepend(headings).Select(row => string.Join("  ", row.Select((cell, index) => Pad(cell, index, widths[index]))).TrimEnd());
    }

    private string Pad(string cell, int index, int width) => columns[index].StartsWith('>') ? cell.PadLeft(width) : cell.PadRight(width);
}
