using Cambrian.Conformance;
using Cambrian.Core;
using Cambrian.Governance;
using Cambrian.Numerics.Statistics;

namespace Cambrian.Tests.Governance;

public sealed class PromotionGateTests : GateConformance
{
    private const int Candidates = 40;

    protected override IGate Create() => new PromotionGate(look: 1);

    [Fact]
    public async Task What_is_better_on_every_case_passes_and_the_reason_has_the_figures()
    {
        var verdict = await JudgeAsync([2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6], look: 1);
        Assert.Equal(Verdict.Admit("better on 6 of 6 sealed cases, worse on 0; p = 0.0156 (sign-flip test), shown"), verdict);
    }

    [Fact]
    public async Task What_would_pass_alone_does_not_as_one_of_many()
    {
        var verdict = await JudgeAsync([2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6], look: 10);
        Assert.False(verdict.Admitted);
        Assert.EndsWith("not shown: it takes p ≤ 0.0001", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_compared_is_refused()
    {
        Assert.Contains("cannot be compared", (await JudgeAsync([1, 2], [1, 2, 3], look: 1)).Reason, StringComparison.Ordinal);
        var crashed = new Candidate(1, Toy.Program(Toy.Target), Evaluation.None(Outcome.Failed, "crashed"), []);
        Assert.Contains("no valid score on the sealed cases (Failed: crashed)", (await Create().JudgeAsync(crashed, [crashed], TestContext.Current.CancellationToken)).Reason, StringComparison.Ordinal);
    }

    // Forty candidates that are exactly as good as the promoted version are tried on the same sealed cases, one after the other; whatever
    // passes becomes the promoted version. A campaign is wrong when anything passes.
    [Theory]
    [InlineData("binary", 50, 1_000)]
    [InlineData("binary", 200, 500)]
    [InlineData("continuous", 12, 1_000)]
    [InlineData("continuous", 24, 500)]
    [InlineData("ties", 60, 1_000)]
    public async Task Of_forty_equal_candidates_one_is_promoted_in_at_most_one_campaign_of_twenty(string scores, int cases, int campaigns)
    {
        var random = Randomness.From(7 + cases);
        var wrong = 0;
        for (var campaign = 0; campaign < campaigns; campaign++)
        {
            var (promoted, passed) = (Draw(random, scores, cases, better: 0), false);
            for (var look = 1; look <= Candidates && !passed; look++)
            {
                passed = (await JudgeAsync(Draw(random, scores, cases, better: 0), promoted, look)).Admitted;
            }

            wrong += passed ? 1 : 0;
        }

        Assert.InRange(wrong / (double)campaigns, 0, 0.05);
    }

    [Theory]
    [InlineData(1, 0.1, 0.5)]
    [InlineData(1, 0.2, 0.95)]
    [InlineData(40, 0.2, 0.15)]
    public async Task A_candidate_that_is_better_passes(int look, double better, double least)
    {
        const int trials = 200;
        var random = Randomness.From(5);
        var passed = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            passed += (await JudgeAsync(Draw(random, "binary", 200, better), Draw(random, "binary", 200, better: 0), look)).Admitted ? 1 : 0;
        }

        Assert.InRange(passed / (double)trials, least, 1);
    }

    private static double[] Draw(Random random, string scores, int cases, double better) => [.. Enumerable.Range(0, cases).Select(_ => scores switch
    {
        "binary" => random.NextDouble() < 0.5 + better ? 1.0 : 0,
        "ties" => random.Next(3) + better,
        _ => NormalDistribution.Sample(random) + better,
    })];

    private static Task<Verdict> JudgeAsync(double[] child, double[] promoted, int look) =>
        new PromotionGate(look).JudgeAsync(Measured(child), [Measured(promoted)], TestContext.Current.CancellationToken);

    private static Candidate Measured(double[] cases) => new(0, Toy.Program(Toy.Target), new Evaluation { Outcome = Outcome.Valid, Score = cases.Average(), Cases = [.. cases] }, []);
}
