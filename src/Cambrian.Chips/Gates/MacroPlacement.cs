using System.Globalization;
using System.Text.RegularExpressions;
using Cambrian.Chips.Formats;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Gates;

/// <summary>The hard macros of a placement (<c>.plc</c>) of the same design under another clustering: that file's soft macros mean nothing to ours, its hard macros do.</summary>
/// <param name="Canvas">As its header says.</param>
/// <param name="Centres">Of the hard macros, in the order of the file; microns.</param>
/// <param name="Header">Its named numbers, such as "Wirelength cost".</param>
public sealed partial record MacroPlacement(Canvas Canvas, IReadOnlyList<(double X, double Y)> Centres, IReadOnlyDictionary<string, double> Header)
{
    /// <summary>Reads a file, plain or as gzip.</summary>
    /// <remarks>circuit_training numbers ports, then pins of hard macros, then hard macros, then soft ones; the header says how many there are.</remarks>
    /// <exception cref="ChipFormatException">The file is no placement, or lacks a macro; says where and why.</exception>
    public static MacroPlacement Read(string path)
    {
        using var reader = new StreamReader(ChipFile.Open(path));
        return Read(reader, Path.GetFileName(path));
    }

    /// <summary>Reads a text.</summary>
    internal static MacroPlacement Read(TextReader reader, string file)
    {
        var canvas = new PlacementHeader(file);
        Dictionary<string, double> header = new(StringComparer.Ordinal);
        Dictionary<int, (double X, double Y)> rows = [];
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.StartsWith('#'))
            {
                canvas.Read(line, number);
                ReadNumbers(line, header);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                var (index, centre) = ReadRow(line, file, number);
                rows[index] = centre;
            }
        }

        return new MacroPlacement(canvas.Canvas(), HardMacros(rows, header, file), header);
    }

    private static List<(double X, double Y)> HardMacros(Dictionary<int, (double X, double Y)> rows, Dictionary<string, double> header, string file)
    {
        int Count(string key) => header.TryGetValue(key, out var count)
            ? (int)count
            : throw new ChipFormatException(file, $"the header does not say how many {key} there are; expected a comment line such as '# {key} : 133'.");

        var first = Count("PORTs") + Count("HARD_MACRO_PINs");
        return [.. Enumerable.Range(first, Count("HARD_MACROs")).Select(index => rows.TryGetValue(index, out var centre)
            ? centre
            : throw new ChipFormatException(file, $"no line for node {index}, which by the header's counts is hard macro {index - first}."))];
    }

    private static (int Index, (double X, double Y) Centre) ReadRow(string line, string file, int number)
    {
        var fields = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        double x = 0, y = 0;
        return fields.Length == 5
            && int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && double.TryParse(fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out x)
            && double.TryParse(fields[2], NumberStyles.Float, CultureInfo.InvariantCulture, out y)
            ? (index, (x, y))
            : throw new ChipFormatException(file, number, $"'{line}' is no row; expected 5 fields: index, x, y, orientation, fixed.");
    }

    private static void ReadNumbers(string line, Dictionary<string, double> header)
    {
        foreach (var match in Entry().Matches(line).Cast<Match>())
        {
            header.TryAdd(match.Groups["key"].Value, double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex(@"(?<key>[A-Za-z_]+( [A-Za-z]+)*)\s*:\s*(?<value>\d+(\.\d+)?)(?=\s|,|$)")]
    private static partial Regex Entry();
}
