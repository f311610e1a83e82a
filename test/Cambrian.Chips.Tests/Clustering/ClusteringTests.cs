using Cambrian.Chips.Clustering;
using Cambrian.Chips.Costs;
using Cambrian.Chips.Gates;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Tests.Clustering;

public sealed class ClusteringTests
{
    private static readonly Lazy<Design> Ariane = new(() =>
    {
        var folder = Path.Combine(Cases.Folder, "alphachip");
        return DefReader.Read(Path.Combine(folder, "ariane.def.gz"), LefReader.Read(Path.Combine(folder, "ariane.lef.gz")));
    });

    [Fact]
    public void The_gates_of_ariane_are_all_read()
    {
        var gates = Ariane.Value.Netlist;
        Assert.Equal((1231, 133, 82821), (gates.Of(NodeKind.Port).Count(), gates.Of(NodeKind.HardMacro).Count(), gates.Of(NodeKind.SoftMacro).Count()));
        Assert.Equal((356.592, 356.64), (Ariane.Value.Placement.Canvas.Width, Ariane.Value.Placement.Canvas.Height));
    }

    [Fact]
    public void The_macros_of_the_shipped_initial_placement_are_those_of_the_design_in_its_order()
    {
        var macros = MacroPlacement.Read(Path.Combine(Cases.Folder, "alphachip", "initial.plc.gz")).Centres;
        int[] nodes = [.. Ariane.Value.Netlist.Of(NodeKind.HardMacro)];
        Assert.Equal(nodes.Length, macros.Count);
        Assert.All(nodes.Zip(macros), pair =>
        {
            Assert.Equal(pair.Second.X, Ariane.Value.Placement.X[pair.First], 2e-3);
            Assert.Equal(pair.Second.Y, Ariane.Value.Placement.Y[pair.First], 2e-3);
        });
    }

    [Fact]
    public void Macros_and_clusters_at_half_utilisation_have_the_area_that_circuit_training_prints()
    {
        var design = Ariane.Value;
        var groups = design.Netlist.Kinds.Select((kind, node) => kind == NodeKind.SoftMacro ? node % 800 : -1).ToArray();
        var netlist = ClusteredNetlist.Of(design.Netlist, groups, design.Placement.Canvas, 0.5).Netlist;
        var published = MacroPlacement.Read(Path.Combine(Cases.Folder, "alphachip", "sa.plc.gz")).Header["Area"];
        Assert.Equal(99908.97641387026, published);
        Assert.Equal(published, netlist.Widths.Zip(netlist.Heights, (width, height) => width * height).Sum(), 1e-4);
    }

    [Fact]
    public void Groups_are_as_many_as_asked_for_similar_in_area_and_the_same_every_time()
    {
        var gates = Ariane.Value.Netlist;
        var groups = GateClustering.Group(gates, 800);
        Assert.Equal(800, groups.Max() + 1);
        Assert.Equal(groups, GateClustering.Group(gates, 800));
        var areas = new double[800];
        for (var node = 0; node < groups.Length; node++)
        {
            Assert.Equal(gates.Kinds[node] == NodeKind.SoftMacro, groups[node] >= 0);
            if (groups[node] >= 0)
            {
                areas[groups[node]] += gates.Widths[node] * gates.Heights[node];
            }
        }

        Assert.InRange(areas.Max() / areas.Average(), 1, 3);
    }

    [Fact]
    public void Clusters_hold_together_what_is_connected()
    {
        var gates = Ariane.Value.Netlist;
        var groups = GateClustering.Group(gates, 800);
        var scattered = Scatter(groups, 800);
        Assert.InRange(Cut(gates, groups), 0, 0.5 * Cut(gates, scattered));
    }

    [Fact]
    public void A_net_within_a_cluster_vanishes_single_targets_add_up_and_others_stay_apart()
    {
        // Cells 0 to 3 in two groups, a port (4): 0-1 within; 0-2 and 1-3 from group 0 to group 1; 2 to 0 and the port.
        var gates = Gates([[0, 1], [0, 2], [1, 3], [2, 0, 4], [4, 1]]);
        var clustered = ClusteredNetlist.Of(gates, [0, 0, 1, 1, -1], new Canvas { Width = 10, Height = 10, Columns = 5, Rows = 5 }, 0.5);
        Assert.Equal(["port", "Grp_0", "Grp_1"], clustered.Netlist.Names);
        Assert.Equal([2, 1, 1], clustered.Netlist.NetWeights);
        Assert.Equal([1, 2, 2, 1, 0, 0, 1], clustered.Netlist.PinNodes);

        // Two cells of area 1 at utilisation 0.5 on a grid cell's width of 2.
        Assert.Equal((2, 2), (clustered.Netlist.Widths[1], clustered.Netlist.Heights[1]));
    }

    [Fact]
    public void The_soft_placer_improves_on_its_start_repeats_exactly_and_leaves_hard_macros_alone()
    {
        var design = Ariane.Value.On(MacroPlacement.Read(Path.Combine(Cases.Folder, "alphachip", "initial.plc.gz")).Canvas);
        var clustered = ClusteredNetlist.Of(design.Netlist, GateClustering.Group(design.Netlist, 800), design.Placement.Canvas, 0.5);
        var start = new Placement(design.Placement.Canvas, clustered.Netlist.NodeCount);
        clustered.Netlist.X.CopyTo(start.X);
        clustered.Netlist.Y.CopyTo(start.Y);
        var centred = SoftPlacement.Run(clustered.Netlist, start, 0, 1);
        var placed = SoftPlacement.Run(clustered.Netlist, start, 5000, 1);
        Assert.True(CostEvaluator.Evaluate(clustered.Netlist, placed).Proxy < CostEvaluator.Evaluate(clustered.Netlist, centred).Proxy);
        Assert.Equal(placed.X, SoftPlacement.Run(clustered.Netlist, start, 5000, 1).X);
        Assert.All(clustered.Netlist.Of(NodeKind.HardMacro), node => Assert.Equal((start.X[node], start.Y[node]), (placed.X[node], placed.Y[node])));
    }

    private static int[] Scatter(int[] groups, int count)
    {
        var random = new Random(1);
        return [.. groups.Select(group => group < 0 ? -1 : random.Next(count))];
    }

    private static double Cut(Netlist gates, int[] groups) =>
        Enumerable.Range(0, gates.NetCount).Count(net => Enumerable.Range(gates.NetStarts[net], gates.NetStarts[net + 1] - gates.NetStarts[net]).Select(pin => groups[gates.PinNodes[pin]]).Distinct().Count() > 1);

    private static Netlist Gates(int[][] nets) => new()
    {
        Names = ["a", "b", "c", "d", "port"],
        Kinds = [NodeKind.SoftMacro, NodeKind.SoftMacro, NodeKind.SoftMacro, NodeKind.SoftMacro, NodeKind.Port],
        Widths = [1, 1, 1, 1, 0],
        Heights = [1, 1, 1, 1, 0],
        X = [1, 2, 3, 4, 0],
        Y = [1, 2, 3, 4, 0],
        Orientations = [Orientation.N, Orientation.N, Orientation.N, Orientation.N, Orientation.N],
        FileIndices = [0, 1, 2, 3, 4],
        NetStarts = [0, .. nets.Select((_, net) => nets[..(net + 1)].Sum(pins => pins.Length))],
        NetWeights = [.. nets.Select(_ => 1.0)],
        PinNodes = [.. nets.SelectMany(pins => pins)],
        PinX = [.. nets.SelectMany(pins => pins.Select(_ => 0.0))],
        PinY = [.. nets.SelectMany(pins => pins.Select(_ => 0.0))],
    };
}
