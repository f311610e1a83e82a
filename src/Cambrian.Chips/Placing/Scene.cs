using Cambrian.Chips.Incremental;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Placing;

/// <summary>What moves see and act on: the placement, its cost, what is allowed, and chance.</summary>
internal sealed class Scene
{
    private const double MostReach = 1000;
    private const int MostContenders = 16;

    private readonly int[] _soft;
    private readonly int[] _hard;
    private readonly List<(int Node, double X, double Y)> _plan = [];
    private readonly List<(int Node, double X, double Y)> _before = [];

    /// <summary>A scene of its own; nothing is shared with others but what never changes.</summary>
    public Scene(PlacementTask task, Placement start, CompactNets nets, int seed)
    {
        Task = task;
        Nets = nets;
        Random = new Random(seed);
        Cost = new IncrementalCost(task.Netlist, start, nets);
        Space = new MoveSpace(task.Netlist, start, task.KeepOut);
        _soft = [.. task.Netlist.Of(NodeKind.SoftMacro).Where(node => !start.Fixed[node])];
        _hard = [.. task.Netlist.Of(NodeKind.HardMacro).Where(node => !start.Fixed[node])];
    }

    /// <summary>What is placed, and how.</summary>
    public PlacementTask Task { get; }

    /// <summary>The netlist's nets.</summary>
    public CompactNets Nets { get; }

    /// <summary>The cost of what is there now.</summary>
    public IncrementalCost Cost { get; }

    /// <summary>Where macros may be.</summary>
    public MoveSpace Space { get; }

    /// <summary>This scene's chance.</summary>
    public Random Random { get; }

    /// <summary>What is placed on.</summary>
    public Canvas Canvas => Task.Start.Canvas;

    /// <summary>From 0 to 1.</summary>
    public double Progress { get; set; }

    /// <summary>Macros that may move.</summary>
    public IReadOnlyList<int> Soft => _soft;

    /// <summary>Macros that may move.</summary>
    public IReadOnlyList<int> Hard => _hard;

    /// <summary>The most urgent of a few soft macros; -1 when there is none.</summary>
    public int PickSoft() => Pick(_soft);

    /// <summary>The most urgent of a few hard macros; -1 when there is none.</summary>
    public int PickHard() => Pick(_hard);

    /// <summary>A length for a move, in grid cells. Whatever a policy says, it is a length.</summary>
    public double Reach(MoveKind kind) => Task.Policy.Reach(kind, Progress, Random.NextDouble()) is var reach && double.IsFinite(reach) ? Math.Clamp(reach, 0, MostReach) : 0;

    /// <summary>Uniform in [−1, 1).</summary>
    public double Symmetric() => (2 * Random.NextDouble()) - 1;

    /// <summary>What a net spans without the pins of one node; null when nothing is left.</summary>
    public Rectangle? Extent(int net, int without)
    {
        Rectangle? extent = null;
        for (var pin = Nets.Starts[net]; pin < Nets.Starts[net + 1]; pin++)
        {
            if (Nets.Nodes[pin] != without)
            {
                var (x, y) = Cost[Nets.Nodes[pin]];
                (x, y) = (x + Nets.OffsetX[pin], y + Nets.OffsetY[pin]);
                extent = extent is not { } known ? new Rectangle(x, y, x, y)
                    : new Rectangle(Math.Min(known.Left, x), Math.Min(known.Bottom, y), Math.Max(known.Right, x), Math.Max(known.Top, y));
            }
        }

        return extent;
    }

    /// <summary>A soft macro that may move and shares a net with a node, at random; -1 when the draw finds none.</summary>
    public int Neighbour(int node)
    {
        var pins = Nets.NodeStarts[node + 1] - Nets.NodeStarts[node];
        if (pins == 0)
        {
            return -1;
        }

        var net = Nets.NodePins[Nets.NodeStarts[node] + Random.Next(pins)].Net;
        var other = Nets.Nodes[Random.Next(Nets.Starts[net], Nets.Starts[net + 1])];
        return Task.Netlist.Kinds[other] == NodeKind.SoftMacro && !Task.Start.Fixed[other] ? other : -1;
    }

    /// <summary>Plans that a node goes somewhere; the canvas' edge may stop it.</summary>
    public void Plan(int node, double x, double y)
    {
        var (insideX, insideY) = Space.Inside(node, x, y);
        _plan.Add((node, insideX, insideY));
    }

    /// <summary>Does what was planned, if that keeps hard macros apart.</summary>
    /// <returns>Whether it was done; otherwise all is as before.</returns>
    public bool Apply()
    {
        _before.Clear();
        foreach (var (node, x, y) in _plan)
        {
            var (oldX, oldY) = Cost[node];
            _before.Add((node, oldX, oldY));
            Space.Set(node, x, y);
        }

        var fits = _plan.TrueForAll(move => Space.Fits(move.Node));
        if (fits)
        {
            _plan.ForEach(move => Cost.Move(move.Node, move.X, move.Y));
        }
        else
        {
            Restore();
        }

        _plan.Clear();
        return fits;
    }

    /// <summary>Takes back what was done last.</summary>
    public void Undo()
    {
        Cost.Undo();
        Restore();
    }

    private void Restore()
    {
        for (var i = _before.Count - 1; i >= 0; i--)
        {
            Space.Set(_before[i].Node, _before[i].X, _before[i].Y);
        }
    }

    private int Pick(int[] nodes)
    {
        if (nodes.Length == 0)
        {
            return -1;
        }

        var (best, most) = (nodes[Random.Next(nodes.Length)], double.NegativeInfinity);
        for (var contenders = Math.Min(MostContenders, Task.Policy.Contenders(Progress)); contenders > 1; contenders--)
        {
            most = double.IsNegativeInfinity(most) ? Urgency(best) : most;
            var other = nodes[Random.Next(nodes.Length)];
            var urgency = Urgency(other);
            (best, most) = urgency > most ? (other, urgency) : (best, most);
        }

        return best;
    }

    private double Urgency(int node)
    {
        var area = Task.Netlist.Widths[node] * Task.Netlist.Heights[node] * Cost.CellsPerArea;
        return Task.Policy.Urgency(new NodeOutlook(Cost.DensityUnder(node), area, Nets.NodeStarts[node + 1] - Nets.NodeStarts[node]), Progress);
    }
}
