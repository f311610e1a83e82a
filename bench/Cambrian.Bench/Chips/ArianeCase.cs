using Cambrian.Chips.Clustering;
using Cambrian.Chips.Costs;
using Cambrian.Chips.Gates;
using Cambrian.Chips.Netlists;

namespace Cambrian.Bench.Chips;

/// <summary>CT-Ariane, AlphaChip's public test case: its gates, our clustering of them, and other methods' hard macros.</summary>
public sealed class ArianeCase
{
    /// <summary>What circuit_training has for this case: the area in the headers of its placements is that of memories and cells at this utilisation, to ten digits.</summary>
    public const double Utilisation = 0.5;

    private const string Folder = "data/chips/alphachip";

    private readonly ClusteredNetlist _clusters;

    /// <summary>Reads the design and clusters it.</summary>
    /// <param name="clusters">How many soft macros to make; circuit_training has 799.</param>
    public ArianeCase(int clusters)
    {
        var library = LefReader.Read(Repository.Find($"{Folder}/ariane.lef.gz"));
        Initial = Read("initial");
        Gates = DefReader.Read(Repository.Find($"{Folder}/ariane.def.gz"), library).On(Initial.Canvas);
        _clusters = ClusteredNetlist.Of(Gates.Netlist, GateClustering.Group(Gates.Netlist, clusters), Initial.Canvas, Utilisation);
    }

    /// <summary>The gates.</summary>
    public Design Gates { get; }

    /// <summary>What circuit_training begins with; gives the canvas.</summary>
    public MacroPlacement Initial { get; }

    /// <summary>What is placed.</summary>
    public Netlist Netlist => _clusters.Netlist;

    /// <summary>Another method's placement.</summary>
    /// <param name="name">A file of the case's folder, without its ending.</param>
    public static MacroPlacement Read(string name) => MacroPlacement.Read(Repository.Find($"{Folder}/{name}.plc.gz"));

    /// <summary>A placement with ports where the design has them and hard macros at given centres; soft macros lie at the origin.</summary>
    public Placement With(IReadOnlyList<(double X, double Y)> hardMacros)
    {
        var placement = new Placement(Initial.Canvas, Netlist.NodeCount);
        foreach (var (index, node) in Netlist.Of(NodeKind.HardMacro).Index())
        {
            (placement.X[node], placement.Y[node]) = hardMacros[index];
        }

        foreach (var node in Netlist.Of(NodeKind.Port))
        {
            (placement.X[node], placement.Y[node], placement.Fixed[node]) = (Netlist.X[node], Netlist.Y[node], true);
        }

        return placement;
    }

    /// <summary>Length of all nets between gates of at most 500 sinks, half perimeter, in millimetres: standard cells at their cluster's centre, pins of memories where the library has them.</summary>
    public double GateWirelength(Placement placement)
    {
        var gates = Gates.Netlist;
        var unfolded = _clusters.Unfold(gates, placement);
        var sum = 0.0;
        for (var net = 0; net < gates.NetCount; net++)
        {
            if (gates.NetStarts[net + 1] - gates.NetStarts[net] - 1 <= ClusteredNetlist.LargestFanOut)
            {
                sum += HalfPerimeter(gates, unfolded, net);
            }
        }

        return sum / 1000;
    }

    /// <summary>Area that hard macros share, per area of all; how many pairs do.</summary>
    public (double Share, int Pairs) Overlap(Placement placement)
    {
        int[] hard = [.. Netlist.Of(NodeKind.HardMacro)];
        var (area, pairs) = (0.0, 0);
        foreach (var (index, one) in hard.Index())
        {
            foreach (var other in hard.AsSpan(index + 1))
            {
                var width = ((Netlist.Widths[one] + Netlist.Widths[other]) / 2) - Math.Abs(placement.X[one] - placement.X[other]);
                var height = ((Netlist.Heights[one] + Netlist.Heights[other]) / 2) - Math.Abs(placement.Y[one] - placement.Y[other]);
                pairs += width > 0 && height > 0 ? 1 : 0;
                area += Math.Max(0, width) * Math.Max(0, height);
            }
        }

        return (area / hard.Sum(node => Netlist.Widths[node] * Netlist.Heights[node]), pairs);
    }

    /// <summary>The proxy cost under our clustering.</summary>
    public ProxyCost Cost(Placement placement) => CostEvaluator.Evaluate(Netlist, placement);

    private static double HalfPerimeter(Netlist gates, Placement placement, int net)
    {
        double left = double.PositiveInfinity, right = double.NegativeInfinity, bottom = left, top = right;
        for (var pin = gates.NetStarts[net]; pin < gates.NetStarts[net + 1]; pin++)
        {
            // A cell's own pins count as its centre: where in the cluster it is, is not known to a fraction of a cell.
            var isCell = gates.Kinds[gates.PinNodes[pin]] == NodeKind.SoftMacro;
            var x = placement.X[gates.PinNodes[pin]] + (isCell ? 0 : gates.PinX[pin]);
            var y = placement.Y[gates.PinNodes[pin]] + (isCell ? 0 : gates.PinY[pin]);
            (left, right, bottom, top) = (Math.Min(left, x), Math.Max(right, x), Math.Min(bottom, y), Math.Max(top, y));
        }

        return right - left + (top - bottom);
    }
}
