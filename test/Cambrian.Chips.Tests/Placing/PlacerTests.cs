using Cambrian.Chips.Costs;
using Cambrian.Chips.Netlists;
using Cambrian.Chips.Placing;

namespace Cambrian.Chips.Tests.Placing;

public sealed class PlacerTests
{
    public static TheoryData<string> Names => [.. Cases.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_short_search_is_legal_and_its_cost_is_that_of_a_full_evaluation(string name)
    {
        var task = Task(name);
        var result = Place(task, 4_000);
        Assert.Equal(0, Legality.Overlaps(task.Netlist, result.Placement));
        Assert.Equal(0, Legality.Outside(task.Netlist, result.Placement));
        Assert.Equal(CostEvaluator.Evaluate(task.Netlist, result.Placement), result.Cost);
        Assert.InRange(result.Moves, 4_000, 4_000 + (2 * 64));
    }

    [Fact]
    public void Equal_seeds_give_equal_placements_on_two_threads_and_other_seeds_others()
    {
        var task = Task("ariane133_NanGate45");
        var (one, other) = (Place(task, 30_000), Place(task, 30_000));
        Assert.Equal(one.Placement.X, other.Placement.X);
        Assert.Equal(one.Placement.Y, other.Placement.Y);
        Assert.NotEqual(one.Placement.X, Place(task with { Seed = 2 }, 30_000).Placement.X);
    }

    [Fact]
    public void More_moves_cost_less()
    {
        var task = Task("ariane133_NanGate45");
        Assert.True(Place(task, 60_000).Cost.Proxy < Place(task, 6_000).Cost.Proxy);
    }

    [Fact]
    public void A_search_that_is_too_short_gives_back_the_legal_placement_it_was_given()
    {
        var task = Task("mempool_tile_NanGate45");
        var good = Place(task, 60_000);
        var again = Place(task with { Start = good.Placement }, 640);
        Assert.Equal(good.Cost.Proxy, again.Cost.Proxy, 1e-9);
        Assert.Equal(good.Placement.X, again.Placement.X);
    }

    [Fact]
    public void What_is_fixed_stays_and_what_is_kept_out_stays_free()
    {
        var task = Task("ariane133_NanGate45");
        var area = new Rectangle(200, 500, 600, 900);
        var hard = task.Netlist.Of(NodeKind.HardMacro).Where(node => task.Start.Y[node] < 400).Take(10).ToList();
        hard.ForEach(node => task.Start.Fixed[node] = true);
        var placement = Place(task with { KeepOut = [area] }, 10_000).Placement;

        Assert.All(hard, node => Assert.Equal((task.Start.X[node], task.Start.Y[node]), (placement.X[node], placement.Y[node])));
        Assert.All(task.Netlist.Of(NodeKind.HardMacro).Except(hard), node => Assert.False(
            Math.Abs(placement.X[node] - 400) < 200 + (task.Netlist.Widths[node] / 2) && Math.Abs(placement.Y[node] - 700) < 200 + (task.Netlist.Heights[node] / 2)));
    }

    [Fact]
    public void A_cancelled_search_keeps_what_it_has()
    {
        using var source = new CancellationTokenSource();
        var task = Task("ariane133_NanGate45");
        var result = Placer.Place(task, new PlacementBudget(5_000_000), _ => source.Cancel(), source.Token);
        Assert.Equal(0, Legality.Overlaps(task.Netlist, result.Placement));
    }

    private static PlacementTask Task(string name) => new() { Netlist = Cases.Netlist(name), Start = Cases.Placement(name) };

    private static PlacementResult Place(PlacementTask task, long moves) => Placer.Place(task, new PlacementBudget(moves), _ => { }, TestContext.Current.CancellationToken);
}
