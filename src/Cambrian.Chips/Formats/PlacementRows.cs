using System.Globalization;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Formats;

/// <summary>The lines of a placement, one per node.</summary>
internal sealed class PlacementRows
{
    private readonly string _file;
    private readonly Netlist _netlist;
    private readonly Dictionary<int, int> _nodes = [];
    private readonly Placement _rows;
    private readonly int[] _lines;

    public PlacementRows(string file, Netlist netlist)
    {
        _file = file;
        _netlist = netlist;
        _lines = new int[netlist.NodeCount];
        _rows = new Placement(new Canvas { Width = 1, Height = 1, Columns = 1, Rows = 1 }, netlist.NodeCount);
        for (var node = 0; node < netlist.NodeCount; node++)
        {
            _nodes.Add(netlist.FileIndices[node], node);
        }
    }

    /// <summary>Takes one line: index, x, y, orientation or '-', 1 for fixed.</summary>
    public void Read(string line, int number)
    {
        var fields = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
        {
            throw new ChipFormatException(_file, number, $"{fields.Length} fields; expected 5: index, x, y, orientation, fixed.");
        }

        var node = NodeOf(fields[0], number);
        _lines[node] = number;
        _rows.X[node] = Coordinate(fields[1], "x", number);
        _rows.Y[node] = Coordinate(fields[2], "y", number);
        _rows.Orientations[node] = OrientationOf(fields[3], number);
        _rows.Fixed[node] = fields[4] switch
        {
            "0" => _netlist.Kinds[node] == NodeKind.Port,
            "1" => true,
            _ => throw new ChipFormatException(_file, number, $"field 'fixed' is '{fields[4]}'; expected 0 or 1."),
        };
    }

    /// <summary>The placement, on a canvas.</summary>
    /// <exception cref="ChipFormatException">A node has no line.</exception>
    public Placement Finish(Canvas canvas)
    {
        var missing = Array.IndexOf(_lines, 0);
        if (missing >= 0)
        {
            var absent = _lines.Count(line => line == 0);
            throw new ChipFormatException(_file, $"no line for node {_netlist.FileIndices[missing]} ('{_netlist.Names[missing]}'){(absent > 1 ? $" and {absent - 1} others" : "")}; this placement belongs to another netlist, or is cut off.");
        }

        var placement = new Placement(canvas, _netlist.NodeCount);
        _rows.X.CopyTo(placement.X, 0);
        _rows.Y.CopyTo(placement.Y, 0);
        _rows.Fixed.CopyTo(placement.Fixed, 0);
        _rows.Orientations.CopyTo(placement.Orientations, 0);
        return placement;
    }

    private int NodeOf(string text, int number)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || !_nodes.TryGetValue(index, out var node))
        {
            throw new ChipFormatException(_file, number, $"index '{text}' is no port or macro of the netlist; this placement belongs to another netlist.");
        }

        return _lines[node] == 0 ? node : throw new ChipFormatException(_file, number, $"index {text} ('{_netlist.Names[node]}') was placed on line {_lines[node]} already.");
    }

    private double Coordinate(string text, string field, int number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new ChipFormatException(_file, number, $"field '{field}' is '{text}'; expected microns.");

    private Orientation OrientationOf(string text, int number) =>
        text == "-" ? Orientation.N
        : Enum.TryParse<Orientation>(text, out var orientation) ? orientation
        : throw new ChipFormatException(_file, number, $"field 'orientation' is '{text}'; expected - or one of {string.Join(", ", Enum.GetNames<Orientation>())}.");
}
