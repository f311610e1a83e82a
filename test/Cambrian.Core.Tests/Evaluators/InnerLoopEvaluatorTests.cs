using System.Globalization;
using Cambrian.Core.Evaluators;
using Cambrian.Core.Ledgers;
using Cambrian.Core.Proposers;

namespace Cambrian.Core.Tests.Evaluators;

public sealed class InnerLoopEvaluatorTests : EvaluatorConformance
{
    private static readonly InnerProblem Spelling = new(Toy.Problem, Floor: -150, Goal: 0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected override Artifact Good => Improver(2);

    protected override Artifact Bad => Artifact.Of("improver.txt", "none");

    protected override IEvaluator Create() => new InnerLoopEvaluator([Spelling], [1, 2], work: 1_000, Read);

    [Fact]
    public async Task An_improver_is_worth_the_mean_area_over_problems_and_seeds()
    {
        var both = await Create().EvaluateAsync(Good, rival: null, Cancellation);
        var first = await new InnerLoopEvaluator([Spelling], [1], 1_000, Read).EvaluateAsync(Good, rival: null, Cancellation);
        Assert.Equal(2, both.Cases.Length);
        Assert.Equal(both.Cases.Average(), both.Score, 12);
        Assert.Equal(first.Score, both.Cases[0]);
    }

    [Fact]
    public async Task A_loop_around_inner_loops_improves_the_improver()
    {
        var problem = new Problem { Name = "improvers", Seeds = [Improver(1)] };
        var proposer = new ScriptedProposer((parents, seed) => new Proposal(Improver(1 + Randomness.From(seed).Next(12)), "draw"));
        var strategy = Toy.Strategy(seed: 3, evaluator: Create()) with { Proposer = new NovelProposer(proposer, tries: 8) };
        List<Step> steps = [];
        await foreach (var step in new Loop(problem, strategy, new MemoryLedger(), TimeProvider.System).RunAsync(new Budget { Steps = 12 }, Cancellation))
        {
            steps.Add(step);
        }

        var best = steps.Where(step => step.Admitted is not null).MaxBy(step => step.Evaluation!.Score)!;
        Assert.True(best.Evaluation!.Score > steps[0].Evaluation!.Score, $"{best.Evaluation.Score} after {steps[0].Evaluation!.Score}");
        var afresh = await new InnerLoopEvaluator([Spelling], [7, 8, 9], 1_000, Read).EvaluateAsync(best.Child!, rival: null, Cancellation);
        var seed = await new InnerLoopEvaluator([Spelling], [7, 8, 9], 1_000, Read).EvaluateAsync(Improver(1), rival: null, Cancellation);
        Assert.True(afresh.Score > seed.Score, $"with other seeds {afresh.Score}, the first improver {seed.Score}");
    }

    [Theory]
    [InlineData(0.0, 10.0, 0.5)]
    [InlineData(0.0, 20.0, 0.25)]
    [InlineData(5.0, 10.0, 0.0)]
    public void The_area_counts_each_score_for_as_long_as_it_was_the_best(double from, double to, double expected) =>
        Assert.Equal(expected, new ImprovementCurve([(0, 5, null)]).Area(from, to, work: 8), 12);

    [Fact]
    public void What_comes_late_counts_for_little()
    {
        var curve = new ImprovementCurve([(2, 5, null), (6, 10, null), (9, 20, null)]);
        Assert.Equal(((4 * 0.5) + (2 * 1)) / 8, curve.Area(0, 10, work: 8), 12);
        Assert.Equal(6, curve.WorkTo(7));
        Assert.Null(curve.WorkTo(21));
    }

    private static Artifact Improver(int contestants) => Artifact.Of("improver.txt", contestants.ToString(CultureInfo.InvariantCulture));

    // An improver is a number: of how many children of Toy's mutation the inner loop gets the best.
    private static Func<InnerProblem, int, Strategy>? Read(Artifact improver) =>
        int.TryParse(improver.Files["improver.txt"], CultureInfo.InvariantCulture, out var children)
            ? (_, seed) => Toy.Strategy(seed) with { Proposer = new ScriptedProposer((parents, draw) => Best(parents, draw, children)) }
            : null;

    private static Proposal Best(IReadOnlyList<Candidate> parents, int draw, int children) => Enumerable.Range(0, children)
        .Select(child => Toy.Mutate(parents, draw == 0 ? child + 1 : Randomness.Derive(draw, child, 0)))
        .MaxBy(proposal => Toy.Score(proposal.Child, rival: null).Score)!;
}
