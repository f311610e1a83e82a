using Cambrian.Governance;
using Cambrian.Store;
using CsCheck;

namespace Cambrian.Tests.Governance;

public sealed class StandingTests
{
    private static readonly Gen<Decision> AnyDecision = Gen.Select(Gen.Enum<DecisionKind>(), Gen.Int[0, 20], Gen.Int[-3, 9]).Select((kind, step, level) => Of(kind, step, level));

    [Fact]
    public void Whatever_is_recorded_the_level_never_rises() => AnyDecision.Array[1, 30].Sample(decisions =>
    {
        var levels = Enumerable.Range(1, decisions.Length).Select(count => Standing.Of(decisions.Take(count))!.Level).ToList();
        Assert.Equal(levels.OrderDescending(), levels);
    });

    [Fact]
    public void The_pointer_is_the_last_promotion_and_what_waited_waits_no_longer()
    {
        var standing = Standing.Of([Of(DecisionKind.Began, 0, 1), Of(DecisionKind.Waiting, 5, 1), Of(DecisionKind.Promoted, 5, 1), Of(DecisionKind.Refused, 9, 1)]);

        Assert.Equal((5, 9), (standing!.Promoted.Step, standing.Last!.Step));
        Assert.Null(standing.Waiting);
    }

    [Fact]
    public void A_refusal_of_another_version_leaves_what_waits_waiting()
    {
        var standing = Standing.Of([Of(DecisionKind.Began, 0, 1), Of(DecisionKind.Waiting, 5, 1), Of(DecisionKind.Refused, 9, 1)]);

        Assert.Equal((0, 5), (standing!.Promoted.Step, standing.Waiting!.Step));
    }

    [Fact]
    public void Without_decisions_there_is_none() => Assert.Null(Standing.Of([]));

    private static Decision Of(DecisionKind kind, int step, int level) => new() { Kind = kind, Step = step, Level = level, By = "x", Reason = "y", At = default };
}
