using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Tests.Runs;

public sealed class AdvantageTests
{
    [Fact]
    public void A_winner_that_is_better_on_every_case_is_shown_to_be()
    {
        var advantage = Advantage.Of(Scores(2, 3, 4, 5, 6, 7), Scores(1, 2, 3, 4, 5, 6), look: 1);

        Assert.Equal(new Advantage(6, 0, 0, 1.0 / 64, 1), advantage);
        Assert.True(advantage!.IsShown);
        Assert.Equal("better on 6 of 6 sealed cases, worse on 0; p = 0.0156 (sign-flip test), shown", advantage.ToString());
    }

    [Fact]
    public void Another_look_is_held_to_more()
    {
        var second = Advantage.Of(Scores(2, 3, 4, 5, 6, 7), Scores(1, 2, 3, 4, 5, 6), look: 2);

        Assert.False(second!.IsShown);
        Assert.EndsWith("not shown: it takes p ≤ 0.005", second.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_compared_is_no_advantage()
    {
        Assert.Null(Advantage.Of(Scores(1, 2), Scores(1, 2, 3), look: 1));
        Assert.Null(Advantage.Of(Scores(), Scores(), look: 1));
        Assert.Null(Advantage.Of(Evaluation.None(Outcome.TimedOut, "slow"), Scores(1), look: 1));
        Assert.Null(Advantage.Of(Scores(double.PositiveInfinity), Scores(1), look: 1));
    }

    // Forty looks at sealed cases with programs that are all equal: in at most one run of twenty anything is claimed (0.05, and three standard
    // errors of what 2,000 runs can tell).
    [Fact]
    public void Forty_equal_candidates_one_after_the_other_are_seldom_promoted()
    {
        var random = Randomness.From(4);
        var falsely = Enumerable.Range(0, 2_000).Count(_ => Enumerable.Range(1, 40).Any(look => Claims(look, better: 0)));
        Assert.InRange(falsely / 2_000.0, 0, 0.05 + 0.015);

        // The same number of cases shows a candidate that is better by one standard deviation in most runs, on the first look.
        Assert.InRange(Enumerable.Range(0, 400).Count(_ => Claims(1, better: 1)) / 400.0, 0.75, 1);

        bool Claims(int look, double better) =>
            Advantage.Of(Scores([.. Enumerable.Range(0, 12).Select(_ => Normal() + better)]), Scores([.. Enumerable.Range(0, 12).Select(_ => 0.0)]), look)!.IsShown;

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    private static Evaluation Scores(params double[] cases) => new() { Outcome = Outcome.Valid, Score = cases.DefaultIfEmpty(0).Average(), Cases = [.. cases] };
}
