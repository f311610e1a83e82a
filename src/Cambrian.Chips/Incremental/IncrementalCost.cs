using Cambrian.Chips.Costs;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Incremental;

/// <summary>
/// The exact proxy cost of a placement that changes by moves: move nodes, ask for the cost, then keep or take back. Only what a move touches is computed
/// again, and sums are exact, so the cost never drifts: after any number of moves it has the same bits as one made afresh from the same placement.
/// It agrees with <see cref="CostEvaluator"/> to within rounding, about 10⁻¹².
/// </summary>
public sealed class IncrementalCost
{
    private readonly Netlist _netlist;
    private readonly Placement _start;
    private readonly GridState _grid;
    private readonly WireState _wires;
    private readonly Journal<double> _x;
    private readonly Journal<double> _y;
    private readonly double _perMicron;

    /// <summary>Starts from a placement, which it copies.</summary>
    public IncrementalCost(Netlist netlist, Placement placement)
        : this(netlist, placement, NetCompaction.Of(netlist))
    {
    }

    internal IncrementalCost(Netlist netlist, Placement placement, CompactNets nets)
    {
        (_netlist, _start) = (netlist, placement.Copy());
        _grid = new GridState(placement.Canvas);
        (_x, _y) = (new(netlist.NodeCount), new(netlist.NodeCount));
        placement.X.CopyTo(_x.Values, 0);
        placement.Y.CopyTo(_y.Values, 0);
        for (var node = 0; node < netlist.NodeCount; node++)
        {
            Lay(node, 1);
        }

        _wires = new WireState(nets, placement, _grid);
        var weight = netlist.TotalNetWeight;
        _perMicron = 1 / ((placement.Canvas.Width + placement.Canvas.Height) * (weight == 0 ? 1 : weight));
        Current = new ProxyCost(_wires.Length * _perMicron, _grid.Density(), _grid.Congestion());
        Commit();
    }

    /// <summary>The cost at the last commit.</summary>
    public ProxyCost Current { get; private set; }

    /// <summary>A node's centre now, uncommitted moves included.</summary>
    public (double X, double Y) this[int node] => (_x.Values[node], _y.Values[node]);

    /// <summary>Grid cells per square micron.</summary>
    internal double CellsPerArea => _grid.CellsPerArea;

    /// <summary>The density of the cell under a node's centre.</summary>
    internal double DensityUnder(int node) => _grid.DensityAt(_x.Values[node], _y.Values[node]);

    /// <summary>Moves a node's centre. Any number of moves may come before the next commit or undo.</summary>
    public void Move(int node, double x, double y)
    {
        Lay(node, -1);
        _x.Set(node, x);
        _y.Set(node, y);
        Lay(node, 1);
        _wires.Move(node, x, y);
    }

    /// <summary>The cost now, uncommitted moves included.</summary>
    public ProxyCost Evaluate() => new(
        _wires.Length * _perMicron,
        _grid.AreaChanged ? _grid.Density() : Current.Density,
        _grid.TracksChanged ? _grid.Congestion() : Current.Congestion);

    /// <summary>Keeps all moves since the last commit or undo.</summary>
    /// <param name="cost">What <see cref="Evaluate"/> said after the last of them.</param>
    public void Commit(ProxyCost cost)
    {
        Current = cost;
        Commit();
    }

    /// <summary>Takes back all moves since the last commit, bit by bit.</summary>
    public void Undo()
    {
        _x.Undo();
        _y.Undo();
        _wires.Undo();
        _grid.Undo();
    }

    /// <summary>The placement now, as a copy.</summary>
    public Placement Snapshot()
    {
        var placement = _start.Copy();
        _x.Values.CopyTo(placement.X, 0);
        _y.Values.CopyTo(placement.Y, 0);
        return placement;
    }

    private void Commit()
    {
        _x.Commit();
        _y.Commit();
        _wires.Commit();
        _grid.Commit();
    }

    private void Lay(int node, int sign)
    {
        if (_netlist.Kinds[node] != NodeKind.Port)
        {
            _grid.Lay((_x.Values[node], _y.Values[node]), (_netlist.Widths[node], _netlist.Heights[node]), _netlist.Kinds[node] == NodeKind.HardMacro, sign);
        }
    }
}
