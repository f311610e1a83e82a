using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Clustering;

/// <summary>The sums of each net's pin coordinates, kept while nodes move.</summary>
internal sealed class NetSums
{
    private readonly Netlist _netlist;
    private readonly Placement _placement;
    private readonly List<int>[] _netsOf;
    private readonly double[] _x;
    private readonly double[] _y;

    /// <summary>Sums up a placement, which it then keeps in step.</summary>
    public NetSums(Netlist netlist, Placement placement)
    {
        (_netlist, _placement) = (netlist, placement);
        (_x, _y) = (new double[netlist.NetCount], new double[netlist.NetCount]);
        _netsOf = [.. Enumerable.Range(0, netlist.NodeCount).Select(_ => new List<int>())];
        for (var net = 0; net < netlist.NetCount; net++)
        {
            for (var pin = netlist.NetStarts[net]; pin < netlist.NetStarts[net + 1]; pin++)
            {
                var node = netlist.PinNodes[pin];
                _netsOf[node].Add(net);
                _x[net] += placement.X[node] + netlist.PinX[pin];
                _y[net] += placement.Y[node] + netlist.PinY[pin];
            }
        }
    }

    /// <summary>The middle of what a node is connected to; where it is when that is nothing.</summary>
    public (double X, double Y) Centre(int node)
    {
        double x = 0, y = 0, weight = 0;
        foreach (var net in _netsOf[node])
        {
            var others = _netlist.NetStarts[net + 1] - _netlist.NetStarts[net] - 1;
            var each = _netlist.NetWeights[net] / others;
            x += each * (_x[net] - _placement.X[node]);
            y += each * (_y[net] - _placement.Y[node]);
            weight += each * others;
        }

        return weight > 0 ? (x / weight, y / weight) : (_placement.X[node], _placement.Y[node]);
    }

    /// <summary>Moves a node.</summary>
    public void Move(int node, double x, double y)
    {
        foreach (var net in _netsOf[node])
        {
            _x[net] += x - _placement.X[node];
            _y[net] += y - _placement.Y[node];
        }

        (_placement.X[node], _placement.Y[node]) = (x, y);
    }
}
