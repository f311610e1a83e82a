using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Formats;

/// <summary>Turns drivers and the names of their sinks into nets.</summary>
internal sealed class NetResolution(string file, Symbols symbols, Dictionary<int, int> lines, Dictionary<string, int> nodes)
{
    private readonly List<int> _starts = [0];
    private readonly List<double> _weights = [];
    private readonly List<int> _pinNodes = [];
    private readonly List<double> _pinX = [];
    private readonly List<double> _pinY = [];

    /// <summary>Fills the nets of a netlist.</summary>
    /// <param name="table">Pins and what they drive.</param>
    /// <param name="orientations">How each node is laid down.</param>
    /// <param name="bare">The netlist without nets.</param>
    public Netlist Resolve(PinTable table, Orientation[] orientations, Netlist bare)
    {
        var pins = Locate(table, orientations, out var pinOf);
        for (var driver = 0; driver < pins.Length; driver++)
        {
            var (start, end) = (table.SinkStarts[driver], table.SinkStarts[driver + 1]);
            if (start < end)
            {
                Add(pins[driver]);
                for (var sink = start; sink < end; sink++)
                {
                    Add(pins[SinkOf(table, pinOf, driver, sink)]);
                }

                _weights.Add(table.Pins[driver].Weight);
                _starts.Add(_pinNodes.Count);
            }
        }

        return bare with { NetStarts = [.. _starts], NetWeights = [.. _weights], PinNodes = [.. _pinNodes], PinX = [.. _pinX], PinY = [.. _pinY] };
    }

    private (int Node, double X, double Y)[] Locate(PinTable table, Orientation[] orientations, out int[] pinOf)
    {
        var located = new (int, double, double)[table.Pins.Count];
        pinOf = new int[symbols.Names.Count];
        Array.Fill(pinOf, -1);
        for (var pin = 0; pin < located.Length; pin++)
        {
            var (symbol, macro, x, y, _) = table.Pins[pin];
            if (!nodes.TryGetValue(macro, out var node))
            {
                throw new ChipFormatException(file, lines[symbol], $"pin '{symbols.Names[symbol]}' belongs to macro '{macro}', which the netlist does not define.");
            }

            var (turnedX, turnedY) = orientations[node].Turn(x, y);
            located[pin] = (node, turnedX, turnedY);
            pinOf[symbol] = pin;
        }

        return located;
    }

    private int SinkOf(PinTable table, int[] pinOf, int driver, int sink)
    {
        var symbol = table.Sinks[sink];
        if (pinOf[symbol] >= 0)
        {
            return pinOf[symbol];
        }

        var why = lines.ContainsKey(symbol) ? "is a macro; expected one of its pins, or a port" : "is not defined in the netlist; expected a pin or a port";
        var name = symbols.Names[table.Pins[driver].Symbol];
        throw new ChipFormatException(file, lines[table.Pins[driver].Symbol], $"input '{symbols.Names[symbol]}' of node '{name}' {why}.");
    }

    private void Add((int Node, double X, double Y) pin)
    {
        _pinNodes.Add(pin.Node);
        _pinX.Add(pin.X);
        _pinY.Add(pin.Y);
    }
}
