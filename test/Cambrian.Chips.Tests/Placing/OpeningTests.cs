using Cambrian.Chips.Netlists;
using Cambrian.Chips.Placing;

namespace Cambrian.Chips.Tests.Placing;

public sealed class OpeningTests
{
    private const int Moves = 130_000;

    private static readonly Netlist Chain = SmallChip.Of(
        [.. Enumerable.Range(0, 24).Select(node => node % 8 == 0 ? (NodeKind.HardMacro, 15.0, 12.0) : (NodeKind.SoftMacro, 8.0, 7.0))],
        [.. Enumerable.Range(0, 23).Select(node => new[] { node, node + 1 })]);

    private static readonly PlacementTask Task = new() { Netlist = Chain, Start = SmallChip.Middle(Chain), Islands = 1 };

    [Fact]
    public void The_opening_that_ends_lowest_is_followed()
    {
        List<PlacementProgress> told = [];
        var result = Placer.Place(Task with { Policy = new LateQuench([new(SeedTransform.Keep, LateQuench.Until)]) }, new PlacementBudget(Moves), told.Add, TestContext.Current.CancellationToken);
        var without = Placer.Place(Task with { Policy = new LateQuench([]) }, new PlacementBudget(Moves), _ => { }, TestContext.Current.CancellationToken);

        Assert.True(result.Cost.Proxy < 0.95 * without.Cost.Proxy, $"{result.Cost.Proxy} is hardly less than {without.Cost.Proxy}");
        Assert.InRange(result.Moves, Moves, Moves + (3 * 64));
        Assert.Equal(result.Moves, result.Counts.Sum(count => count.Tried));
        Assert.Equal(told.Select(progress => progress.Done).Order(), told.Select(progress => progress.Done));
        Assert.Equal(told.Select(progress => progress.Cost.Proxy).OrderDescending(), told.Select(progress => progress.Cost.Proxy));
        Assert.Equal(result.Moves, told[^1].Moves);
        Assert.Equal(1, told[^1].Done, 1e-12);
    }

    [Fact]
    public void A_budget_that_is_too_small_for_a_race_goes_to_the_start_of_the_policy()
    {
        var (raced, plain) = (new LateQuench([new(SeedTransform.Spread, 0)]), new LateQuench([]));
        Assert.Equal(Place(plain).Placement.X, Place(raced).Placement.X);
    }

    private static PlacementResult Place(PlacementPolicy policy) =>
        Placer.Place(Task with { Policy = policy }, new PlacementBudget(20_000), _ => { }, TestContext.Current.CancellationToken);

    /// <summary>Shakes everything until it is nearly too late: an opening that begins later does far better.</summary>
    private sealed class LateQuench(IReadOnlyList<Opening> alternatives) : PlacementPolicy
    {
        public const double Until = 0.9999;

        public override IReadOnlyList<Opening> Alternatives => alternatives;

        public override double Temperature(double progress) => progress < Until ? 1 : 1e-7;

        public override double Weight(MoveKind kind, double progress, double yield) => 1;

        public override double Reach(MoveKind kind, double progress, double draw) => 3 * draw;

        public override double Urgency(NodeOutlook outlook, double progress) => outlook.Density;

        public override SeedTransform Start(int island) => SeedTransform.Keep;
    }
}
