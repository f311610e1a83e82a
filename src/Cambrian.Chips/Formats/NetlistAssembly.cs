using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Formats;

/// <summary>Collects nodes as they are read and resolves their names once all are there.</summary>
internal sealed class NetlistAssembly(string file)
{
    private readonly List<string> _names = [];
    private readonly List<NodeKind> _kinds = [];
    private readonly List<double> _widths = [];
    private readonly List<double> _heights = [];
    private readonly List<double> _x = [];
    private readonly List<double> _y = [];
    private readonly List<Orientation> _orientations = [];
    private readonly List<int> _fileIndices = [];
    private readonly PinTable _pins = new();
    private readonly Dictionary<int, int> _lines = [];
    private readonly Dictionary<string, int> _nodes = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The names seen so far.</summary>
    public Symbols Symbols { get; } = new();

    /// <summary>Takes one node; the record may be used again afterwards.</summary>
    public void Add(NodeRecord record)
    {
        if (record.Symbol < 0)
        {
            throw Complain(record, "this node has no name.");
        }

        var name = Symbols.Names[record.Symbol];
        if (name == "__metadata__")
        {
            return;
        }

        if (!_lines.TryAdd(record.Symbol, record.Line))
        {
            throw Complain(record, $"node '{name}' is defined twice, first on line {_lines[record.Symbol]}; expected one definition.");
        }

        if (record.Type is "MACRO_PIN" or "macro_pin")
        {
            AddPin(record, name);
        }
        else
        {
            AddNode(record, name);
        }

        _count++;
    }

    /// <summary>The netlist.</summary>
    /// <exception cref="ChipFormatException">A name refers to nothing.</exception>
    public Netlist Finish()
    {
        if (_names.Count == 0)
        {
            throw new ChipFormatException(file, "the file holds no node; expected ports and macros.");
        }

        var drivers = new NetResolution(file, Symbols, _lines, _nodes);
        return drivers.Resolve(_pins, [.. _orientations], new Netlist
        {
            Names = [.. _names],
            Kinds = [.. _kinds],
            Widths = [.. _widths],
            Heights = [.. _heights],
            X = [.. _x],
            Y = [.. _y],
            Orientations = [.. _orientations],
            FileIndices = [.. _fileIndices],
            NetStarts = [],
            NetWeights = [],
            PinNodes = [],
            PinX = [],
            PinY = [],
        });
    }

    private void AddPin(NodeRecord record, string name)
    {
        if (record.Macro.Length == 0)
        {
            throw Complain(record, $"pin '{name}' has no attribute 'macro_name'; expected the macro it belongs to.");
        }

        // The pins of a cluster sit at its centre, whatever their offsets say (plc_client_os.py, SoftMacroPin).
        var hard = record.Type == "MACRO_PIN";
        _pins.Add(record, record.Macro, hard ? Optional(record, "x_offset", 0) : 0, hard ? Optional(record, "y_offset", 0) : 0, Weight(record));
    }

    private void AddNode(NodeRecord record, string name)
    {
        var kind = record.Type switch
        {
            "PORT" => NodeKind.Port,
            "MACRO" => NodeKind.HardMacro,
            "macro" => NodeKind.SoftMacro,
            _ => throw Complain(record, $"node '{name}' has type '{record.Type}'; expected PORT, MACRO, macro, MACRO_PIN or macro_pin."),
        };
        if (!Enum.TryParse<Orientation>(record.Orientation, out var orientation))
        {
            throw Complain(record, $"node '{name}' has orientation '{record.Orientation}'; expected one of {string.Join(", ", Enum.GetNames<Orientation>())}.");
        }

        _nodes.Add(name, _names.Count);
        _names.Add(name);
        _kinds.Add(kind);
        _widths.Add(kind == NodeKind.Port ? 0 : Size(record, "width"));
        _heights.Add(kind == NodeKind.Port ? 0 : Size(record, "height"));
        _x.Add(Optional(record, "x", 0));
        _y.Add(Optional(record, "y", 0));
        _orientations.Add(orientation);
        _fileIndices.Add(_count);
        if (kind == NodeKind.Port)
        {
            // A port drives with weight 1, whatever it says.
            _pins.Add(record, name, 0, 0, 1);
        }
    }

    private double Size(NodeRecord record, string key) => record.Numbers.TryGetValue(key, out var size) && size >= 0
        ? size
        : throw Complain(record, $"macro '{Symbols.Names[record.Symbol]}' has {key} {(record.Numbers.ContainsKey(key) ? size : "none")}; expected microns from 0.");

    private double Weight(NodeRecord record) => Optional(record, "weight", 1) is >= 0 and var weight
        ? weight
        : throw Complain(record, $"pin '{Symbols.Names[record.Symbol]}' has weight {record.Numbers["weight"]}; expected 0 or more.");

    private static double Optional(NodeRecord record, string key, double otherwise) => record.Numbers.GetValueOrDefault(key, otherwise);

    private ChipFormatException Complain(NodeRecord record, string complaint) => new(file, record.Line, complaint);
}
