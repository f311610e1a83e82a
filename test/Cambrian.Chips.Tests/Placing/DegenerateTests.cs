using Cambrian.Chips.Costs;
using Cambrian.Chips.Incremental;
using Cambrian.Chips.Netlists;
using Cambrian.Chips.Placing;
using CsCheck;

namespace Cambrian.Chips.Tests.Placing;

/// <summary>What nobody means to place still ends in a legal placement or in a message.</summary>
public sealed class DegenerateTests
{
    [Fact]
    public void Nothing_but_ports_costs_nothing() => Assert.Equal(0, Placed(SmallChip.Of([(NodeKind.Port, 0, 0)])).Cost.Proxy);

    [Fact]
    public void One_macro_and_no_net_is_placed() => AssertLegal(SmallChip.Of([(NodeKind.HardMacro, 10, 10)]));

    [Fact]
    public void Cells_without_area_are_placed() => AssertLegal(SmallChip.Of([(NodeKind.SoftMacro, 0, 0), (NodeKind.HardMacro, 0, 0), (NodeKind.HardMacro, 5, 0)], [0, 1, 2]));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(0, 0)]
    public void Hard_macros_that_are_all_without_width_or_height_are_placed_in_the_end(double width, double height) =>
        AssertLegal(SmallChip.Of([(NodeKind.HardMacro, width, height), (NodeKind.HardMacro, width, height)], [0, 1]));

    [Fact]
    public void A_soft_macro_wider_than_the_canvas_stays_in_its_middle()
    {
        var result = Placed(SmallChip.Of([(NodeKind.SoftMacro, 200, 10), (NodeKind.HardMacro, 10, 10)], [0, 1]));
        Assert.Equal(50, result.Placement.X[0]);
    }

    [Fact]
    public void A_net_that_drives_itself_is_no_wire() => Assert.Equal(0, Placed(SmallChip.Of([(NodeKind.HardMacro, 10, 10)], [0, 0, 0])).Cost.Wirelength);

    [Theory]
    [InlineData(120, 10, 1, "hard macro 'm0' is 120 × 10 microns, the canvas 100 × 80")]
    [InlineData(60, 50, 4, "no room for hard macro")]
    public void Macros_that_cannot_fit_are_named(double width, double height, int count, string complaint)
    {
        var netlist = SmallChip.Of([.. Enumerable.Repeat((NodeKind.HardMacro, width, height), count)]);
        Assert.Contains(complaint, Assert.Throws<InfeasibleException>(() => Placed(netlist)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixed_macros_that_overlap_are_named()
    {
        var netlist = SmallChip.Of([(NodeKind.HardMacro, 10, 10), (NodeKind.HardMacro, 10, 10)]);
        var start = SmallChip.Middle(netlist);
        Array.Fill(start.Fixed, true);
        var fault = Assert.Throws<InfeasibleException>(() => Placer.Place(new PlacementTask { Netlist = netlist, Start = start }, new PlacementBudget(2_000), _ => { }, CancellationToken.None));
        Assert.Contains("'m0' and 'm1' overlap and are both fixed", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_without_an_end_is_refused()
    {
        var netlist = SmallChip.Of([(NodeKind.HardMacro, 10, 10)]);
        Assert.Throws<ArgumentException>(() => Placer.Place(new PlacementTask { Netlist = netlist, Start = SmallChip.Middle(netlist) }, new PlacementBudget(null, TimeSpan.FromSeconds(1)), _ => { }, CancellationToken.None));
    }

    [Fact]
    public void Any_policy_ends_in_a_legal_placement_and_a_degenerate_one_in_a_worse()
    {
        var netlist = Cases.Netlist("mempool_tile_NanGate45");
        var task = new PlacementTask { Netlist = netlist, Start = Cases.Placement("mempool_tile_NanGate45"), Islands = 1 };
        var (hand, mad) = (Placed(task), Placed(task with { Policy = new MadPolicy() }));
        Assert.Equal((0, 0), (Legality.Overlaps(netlist, mad.Placement), Legality.Outside(netlist, mad.Placement)));
        Assert.True(hand.Cost.Proxy < mad.Cost.Proxy);
    }

    [Fact]
    public void A_netlist_without_a_placement_gets_a_legal_one()
    {
        var netlist = Cases.Netlist("ariane133_NanGate45");
        var start = FreshStart.For(netlist);
        var result = Placer.Place(new PlacementTask { Netlist = netlist, Start = start, FromScratch = true, Islands = 1 }, new PlacementBudget(5_000), _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal((0, 0), (Legality.Overlaps(netlist, result.Placement), Legality.Outside(netlist, result.Placement)));
        Assert.True(result.Cost.Proxy < CostEvaluator.Evaluate(netlist, start).Proxy);
    }

    [Fact]
    public void Any_small_chip_that_has_room_is_placed_legally() => Chip.Sample(netlist => AssertLegal(netlist), iter: 30);

    [Fact]
    public void On_any_small_chip_moves_and_undos_leave_the_cost_of_a_fresh_evaluation() => Gen.Select(Chip, Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[0, 2], Gen.Int[0, 1000]).Sample((netlist, columns, rows, smooth, seed) =>
    {
        var start = SmallChip.Middle(netlist, SmallChip.Canvas with { Columns = columns, Rows = rows, SmoothRange = smooth });
        var (cost, random) = (new IncrementalCost(netlist, start), new Random(seed));
        for (var move = 0; move < 200; move++)
        {
            cost.Move(random.Next(netlist.NodeCount), 140 * (random.NextDouble() - 0.1), 120 * (random.NextDouble() - 0.1));
            var now = cost.Evaluate();
            if (random.Next(2) == 0)
            {
                cost.Undo();
            }
            else
            {
                cost.Commit(now);
            }
        }

        var full = CostEvaluator.Evaluate(netlist, cost.Snapshot());
        Assert.Equal(new IncrementalCost(netlist, cost.Snapshot()).Current, cost.Current);
        Assert.Equal(full.Proxy, cost.Current.Proxy, 1e-10);
    }, iter: 60);

    // In steps: on grids of fewer than ten cells the density counts cells that are not empty, and one covered by less than 2⁻⁴¹ is empty to one of
    // the two evaluations and not to the other.
    private static Gen<double> Size => Gen.Int[0, 56].Select(quarters => quarters / 4.0);

    private static Gen<Netlist> Chip =>
        from nodes in Gen.Select(Gen.Int[0, 2], Size, Size).Array[1, 12]
        from nets in Gen.Int[0, nodes.Length - 1].Array[1, 6].Array[0, 10]
        select SmallChip.Of([.. nodes.Select(node => ((NodeKind)node.Item1, node.Item1 == 0 ? 0 : node.Item2, node.Item1 == 0 ? 0 : node.Item3))], nets);

    private static void AssertLegal(Netlist netlist)
    {
        var result = Placed(netlist);
        Assert.Equal((0, 0), (Legality.Overlaps(netlist, result.Placement), Legality.Outside(netlist, result.Placement)));
        Assert.True(double.IsFinite(result.Cost.Proxy));
    }

    private static PlacementResult Placed(PlacementTask task) => Placer.Place(task, new PlacementBudget(4_000), _ => { }, CancellationToken.None);

    private static PlacementResult Placed(Netlist netlist)
    {
        var start = SmallChip.Middle(netlist);
        return Placer.Place(new PlacementTask { Netlist = netlist, Start = start }, new PlacementBudget(2_000), _ => { }, CancellationToken.None);
    }

    /// <summary>Answers nothing that makes sense.</summary>
    private sealed class MadPolicy : PlacementPolicy
    {
        public override double Temperature(double progress) => double.NaN;

        public override double Weight(MoveKind kind, double progress, double yield) => double.NegativeInfinity;

        public override double Reach(MoveKind kind, double progress, double draw) => double.PositiveInfinity;

        public override int Contenders(double progress) => int.MaxValue;

        public override double Urgency(NodeOutlook outlook, double progress) => double.NaN;

        public override SeedTransform Start(int island) => (SeedTransform)99;
    }
}
