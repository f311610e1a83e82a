using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Formats;

/// <summary>Reads placements of circuit_training (<c>.plc</c>), plain or as gzip: a header of comments with the canvas, then a line <c>index x y orientation fixed</c> for each port and macro.</summary>
public static class PlacementReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="netlist">What is placed.</param>
    /// <exception cref="ChipFormatException">The file is no placement, or one of another netlist; says where and why.</exception>
    public static Placement Read(string path, Netlist netlist)
    {
        using var reader = new StreamReader(ChipFile.Open(path));
        return Read(reader, Path.GetFileName(path), netlist);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="reader">Read to its end.</param>
    /// <param name="file">What complaints call it.</param>
    /// <param name="netlist">What is placed.</param>
    /// <exception cref="ChipFormatException">The text is no placement, or one of another netlist; says where and why.</exception>
    public static Placement Read(TextReader reader, string file, Netlist netlist)
    {
        var header = new PlacementHeader(file);
        var rows = new PlacementRows(file, netlist);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.StartsWith('#'))
            {
                header.Read(line, number);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                rows.Read(line, number);
            }
        }

        return rows.Finish(header.Canvas());
    }
}
