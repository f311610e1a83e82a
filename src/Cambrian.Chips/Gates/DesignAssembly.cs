using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Gates;

/// <summary>Collects nodes and nets as they are read.</summary>
internal sealed class DesignAssembly
{
    private const double GridCells = 1000;

    private readonly List<PlacedNode> _nodes = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _pinNodes = [];
    private readonly List<double> _pinX = [];
    private readonly List<double> _pinY = [];
    private int _driver = -1;

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => _nodes.Count;

    /// <summary>A node by its number.</summary>
    public PlacedNode this[int node] => _nodes[node];

    /// <summary>Adds a node and gives its number.</summary>
    public int Add(PlacedNode node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    /// <summary>Sets where a node is.</summary>
    public void Place(int node, PlacedNode placed) => _nodes[node] = placed;

    /// <summary>Adds a pin to the net under way.</summary>
    /// <param name="node">Whose pin it is.</param>
    /// <param name="pin">Where it is before the node is laid down.</param>
    public void AddPin(int node, LibraryPin pin)
    {
        var (x, y) = _nodes[node].Orientation.Turn(pin.X, pin.Y);
        if (pin.Drives && _driver < 0)
        {
            _driver = _pinNodes.Count;
        }

        _pinNodes.Add(node);
        _pinX.Add(x);
        _pinY.Add(y);
    }

    /// <summary>Ends the net under way: its driver, or where none is known its first pin, comes first. A net of fewer than two pins connects nothing and is left out.</summary>
    public void EndNet()
    {
        var start = _starts[^1];
        if (_pinNodes.Count - start < 2)
        {
            _pinNodes.RemoveRange(start, _pinNodes.Count - start);
            _pinX.RemoveRange(start, _pinX.Count - start);
            _pinY.RemoveRange(start, _pinY.Count - start);
        }
        else
        {
            var driver = Math.Max(start, _driver);
            (_pinNodes[start], _pinNodes[driver]) = (_pinNodes[driver], _pinNodes[start]);
            (_pinX[start], _pinX[driver]) = (_pinX[driver], _pinX[start]);
            (_pinY[start], _pinY[driver]) = (_pinY[driver], _pinY[start]);
            _starts.Add(_pinNodes.Count);
        }

        _driver = -1;
    }

    /// <summary>The design, with the die's lower left corner as the origin.</summary>
    public Design Finish(string name, Box die)
    {
        var (width, height) = (die.Right - die.Left, die.Top - die.Bottom);
        var columns = (int)Math.Clamp(Math.Round(Math.Sqrt(GridCells * width / height)), 1, GridCells);
        var canvas = new Canvas { Width = width, Height = height, Columns = columns, Rows = (int)Math.Max(1, Math.Round(GridCells / columns)) };
        var placement = new Placement(canvas, _nodes.Count);
        for (var node = 0; node < _nodes.Count; node++)
        {
            placement.X[node] = _nodes[node].Centre.X - die.Left;
            placement.Y[node] = _nodes[node].Centre.Y - die.Bottom;
            placement.Fixed[node] = _nodes[node].Fixed;
            placement.Orientations[node] = _nodes[node].Orientation;
        }

        return new Design(name, Netlist(placement), placement);
    }

    private Netlist Netlist(Placement placement) => new()
    {
        Names = [.. _nodes.Select(node => node.Name)],
        Kinds = [.. _nodes.Select(node => node.Kind)],
        Widths = [.. _nodes.Select(node => node.Size.Width)],
        Heights = [.. _nodes.Select(node => node.Size.Height)],
        X = [.. placement.X],
        Y = [.. placement.Y],
        Orientations = [.. placement.Orientations],
        FileIndices = [.. Enumerable.Range(0, _nodes.Count)],
        NetStarts = [.. _starts],
        NetWeights = [.. Enumerable.Repeat(1.0, _starts.Count - 1)],
        PinNodes = [.. _pinNodes],
        PinX = [.. _pinX],
        PinY = [.. _pinY],
    };
}
