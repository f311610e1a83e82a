using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Incremental;

/// <summary>Makes <see cref="CompactNets"/> of a netlist.</summary>
internal sealed class NetCompaction
{
    private readonly Netlist _netlist;
    private readonly Dictionary<(int Node, double X, double Y), int> _points = [];
    private readonly List<(int Node, double X, double Y)> _pointsInOrder = [];
    private readonly Dictionary<PointSequence, int> _nets = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _pins = [];
    private readonly List<double> _weights = [];
    private readonly List<double> _tracks = [];

    private NetCompaction(Netlist netlist) => _netlist = netlist;

    /// <summary>The nets of a netlist.</summary>
    public static CompactNets Of(Netlist netlist)
    {
        var compaction = new NetCompaction(netlist);
        for (var net = 0; net < netlist.NetCount; net++)
        {
            compaction.Add(net);
        }

        return compaction.Finish();
    }

    private void Add(int net)
    {
        var pins = Enumerable.Range(_netlist.NetStarts[net], _netlist.NetStarts[net + 1] - _netlist.NetStarts[net]).Select(PointOf).ToArray();
        int[] points = [pins[0], .. pins.Skip(1).Distinct().Where(point => point != pins[0]).Order()];
        if (points.Length == 1)
        {
            return;
        }

        var (weight, tracks) = (_netlist.NetWeights[net], Math.Max(1, _netlist.NetWeights[net]));
        if (_nets.TryGetValue(new PointSequence(points), out var same))
        {
            _weights[same] += weight;
            _tracks[same] += tracks;
            return;
        }

        _nets.Add(new PointSequence(points), _weights.Count);
        _weights.Add(weight);
        _tracks.Add(tracks);
        _pins.AddRange(points);
        _starts.Add(_pins.Count);
    }

    private int PointOf(int pin)
    {
        var point = (_netlist.PinNodes[pin], _netlist.PinX[pin], _netlist.PinY[pin]);
        if (!_points.TryGetValue(point, out var number))
        {
            number = _pointsInOrder.Count;
            _points.Add(point, number);
            _pointsInOrder.Add(point);
        }

        return number;
    }

    private CompactNets Finish()
    {
        var netOfPin = new int[_pins.Count];
        for (var net = 0; net < _weights.Count; net++)
        {
            Array.Fill(netOfPin, net, _starts[net], _starts[net + 1] - _starts[net]);
        }

        // Stable: a node's pins stay in the order of nets.
        int[] nodes = [.. _pins.Select(point => _pointsInOrder[point].Node)];
        NodePin[] byNode = [.. Enumerable.Range(0, nodes.Length).OrderBy(pin => nodes[pin]).Select(pin => NodePinOf(pin, netOfPin[pin]))];
        var nodeStarts = new int[_netlist.NodeCount + 1];
        foreach (var node in nodes)
        {
            nodeStarts[node + 1]++;
        }

        for (var node = 0; node < _netlist.NodeCount; node++)
        {
            nodeStarts[node + 1] += nodeStarts[node];
        }

        return new CompactNets
        {
            Starts = [.. _starts],
            Nodes = nodes,
            OffsetX = [.. _pins.Select(point => _pointsInOrder[point].X)],
            OffsetY = [.. _pins.Select(point => _pointsInOrder[point].Y)],
            Weights = [.. _weights],
            Tracks = [.. _tracks],
            NodeStarts = nodeStarts,
            NodePins = byNode,
        };
    }

    private NodePin NodePinOf(int pin, int net)
    {
        var (_, x, y) = _pointsInOrder[_pins[pin]];
        return new NodePin(pin, net, _starts[net], _starts[net + 1] - _starts[net], x, y);
    }
}
