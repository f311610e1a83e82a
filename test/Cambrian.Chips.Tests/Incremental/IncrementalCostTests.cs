using Cambrian.Chips.Costs;
using Cambrian.Chips.Incremental;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Tests.Incremental;

public sealed class IncrementalCostTests
{
    private const int Moves = 100_000;

    public static TheoryData<string> Names => [.. Cases.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void After_a_hundred_thousand_moves_and_undos_it_equals_a_full_evaluation(string name)
    {
        var netlist = Cases.Netlist(name);
        var incremental = new IncrementalCost(netlist, Cases.Placement(name));
        Wander(netlist, incremental, new Random(1));

        var placement = incremental.Snapshot();
        Assert.Equal(new IncrementalCost(netlist, placement).Current, incremental.Current);
        AssertNear(CostEvaluator.Evaluate(netlist, placement), incremental.Current);
    }

    [Fact]
    public void Smoothing_over_neighbours_is_the_same_in_both()
    {
        var netlist = Cases.Netlist("ariane133_NanGate45");
        var rough = Cases.Placement("ariane133_NanGate45");
        var placement = new Placement(rough.Canvas with { SmoothRange = 2 }, netlist.NodeCount);
        rough.X.CopyTo(placement.X, 0);
        rough.Y.CopyTo(placement.Y, 0);
        AssertNear(CostEvaluator.Evaluate(netlist, placement), new IncrementalCost(netlist, placement).Current);
    }

    // Half of the moves are taken back; now and then several nodes move at once, and some leave the canvas.
    private static void Wander(Netlist netlist, IncrementalCost incremental, Random random)
    {
        int[] macros = [.. Enumerable.Range(0, netlist.NodeCount).Where(node => netlist.Kinds[node] != NodeKind.Port)];
        var canvas = incremental.Snapshot().Canvas;
        for (var move = 0; move < Moves; move++)
        {
            for (var together = random.Next(10) == 0 ? 3 : 1; together > 0; together--)
            {
                var node = macros[random.Next(macros.Length)];
                var (x, y) = incremental[node];
                var step = random.Next(3) == 0 ? 0.5 : 0.01;
                incremental.Move(node, x + (step * canvas.Width * (random.NextDouble() - 0.5)), y + (step * canvas.Height * (random.NextDouble() - 0.5)));
            }

            if (random.Next(2) == 0)
            {
                incremental.Undo();
            }
            else
            {
                incremental.Commit(incremental.Evaluate());
            }
        }
    }

    private static void AssertNear(ProxyCost expected, ProxyCost actual)
    {
        Assert.Equal(expected.Wirelength, actual.Wirelength, 1e-11);
        Assert.Equal(expected.Density, actual.Density, 1e-10);
        Assert.Equal(expected.Congestion, actual.Congestion, 1e-10);
    }
}
