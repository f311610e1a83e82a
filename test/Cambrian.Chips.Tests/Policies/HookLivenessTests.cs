using Cambrian.Chips.Placing;

namespace Cambrian.Chips.Tests.Policies;

/// <summary>Every law of a policy must reach the placer: a degenerate answer of one law alone ends in another placement. A hook that is not alive would let any candidate score like the policy written by hand.</summary>
public sealed class HookLivenessTests
{
    private const int Moves = 4096;

    [Fact]
    public void The_policy_written_by_hand_repeats_exactly() => Assert.Equal(Place(new Bent()), Place(new StandardPolicy()));

    [Theory]
    [InlineData("temperature")]
    [InlineData("weight")]
    [InlineData("reach")]
    [InlineData("contenders")]
    [InlineData("urgency")]
    [InlineData("start")]
    [InlineData("begin")]
    public void A_degenerate_law_changes_what_comes_out(string law) => Assert.NotEqual(Place(new StandardPolicy()), Place(new Bent { Law = law }));

    [Fact]
    public void A_policy_that_accepts_everything_is_much_worse() => Assert.True(Place(new Bent { Law = "temperature" }) > 1.05 * Place(new StandardPolicy()));

    [Fact]
    public void A_start_that_was_made_up_is_melted_whatever_the_policy_says() =>
        Assert.Equal(Place(new StandardPolicy()), Place(new Bent { Law = "begin" }, fromScratch: true));

    private static double Place(PlacementPolicy policy, bool fromScratch = false)
    {
        const string Name = "ariane133_NanGate45";
        var task = new PlacementTask { Netlist = Cases.Netlist(Name), Start = Cases.Placement(Name), Policy = policy, FromScratch = fromScratch, Islands = 1 };
        return Placer.Place(task, new PlacementBudget(Moves), _ => { }, CancellationToken.None).Cost.Proxy;
    }

    /// <summary>The policy written by hand, but for one law.</summary>
    private sealed class Bent : PlacementPolicy
    {
        private static readonly StandardPolicy ByHand = new();

        public string Law { get; init; } = "";

        public override double Temperature(double progress) => Law == "temperature" ? 1 : ByHand.Temperature(progress);

        public override double Weight(MoveKind kind, double progress, double yield) => Law == "weight" ? 1 : ByHand.Weight(kind, progress, yield);

        public override double Reach(MoveKind kind, double progress, double draw) => Law == "reach" ? 1 : ByHand.Reach(kind, progress, draw);

        public override int Contenders(double progress) => Law == "contenders" ? 1 : ByHand.Contenders(progress);

        public override double Urgency(NodeOutlook outlook, double progress) => Law == "urgency" ? 0 : ByHand.Urgency(outlook, progress);

        public override SeedTransform Start(int island) => Law == "start" ? SeedTransform.MirrorLeftRight : ByHand.Start(island);

        public override double Begin(double filled) => Law == "begin" ? 0.9 : ByHand.Begin(filled);
    }
}
