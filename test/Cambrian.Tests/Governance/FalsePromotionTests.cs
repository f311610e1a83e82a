using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Core.Archives;
using Cambrian.Core.Gates;
using Cambrian.Core.Selectors;
using Cambrian.Governance;
using Cambrian.Numerics.Statistics;
using Cambrian.Runs;

namespace Cambrian.Tests.Governance;

/// <summary>
/// Whole runs of forty candidates none of which is better than the seed: through the loop, the choice on validation cases, the look at the
/// sealed ones, the gate, and the record of it. Only the measuring is made up: chance, but the same for the same program and cases.
/// </summary>
public sealed class FalsePromotionTests : IDisposable
{
    private const int Candidates = 40;
    private readonly Scratch _scratch = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_run_of_forty_equal_candidates_seldom_promotes_one()
    {
        const int runs = 120;
        var (promoted, seemingly) = (0, 0);
        for (var run = 0; run < runs; run++)
        {
            var (standing, best, seed) = await RunAsync(run, finishEvery: Candidates);
            promoted += standing.Promoted.Step > 0 ? 1 : 0;
            seemingly += best > seed ? 1 : 0;
            Assert.NotNull(standing.Last);
        }

        // By its own score nearly every search seems to have found something.
        Assert.InRange(seemingly / (double)runs, 0.95, 1);
        Assert.InRange(promoted / (double)runs, 0, 0.05);
    }

    [Fact]
    public async Task A_run_that_is_finished_again_after_every_candidate_seldom_promotes_one_either()
    {
        const int runs = 40;
        var promoted = 0;
        for (var run = 0; run < runs; run++)
        {
            var (standing, _, _) = await RunAsync(1_000 + run, finishEvery: 1);
            promoted += standing.Promoted.Step > 0 ? 1 : 0;
        }

        Assert.InRange(promoted / (double)runs, 0, 0.05);
    }

    private async Task<(Standing Standing, double Best, double Seed)> RunAsync(int run, int finishEvery)
    {
        WriteProblem();
        var options = new RunOptions { Seed = run, Out = _scratch[$"run-{run}"], Mandate = MandateFile.Parse(Mandate, "mandate.json") };
        using var record = RunRecord.Create(ProblemFolder.Load(_scratch["chance"]), options, TimeProvider.System);
        var oversight = Oversight.Of(record, TimeProvider.System);
        var watch = new StepWatch(oversight, record.Folder, recorded: 0, record.Database.Description.Settings[KernelManifest.Setting]);
        var strategy = new Strategy
        {
            Evaluator = new Chance(run, "training"),
            Proposer = new Cambrian.Conformance.ScriptedProposer((_, seed) => new Proposal(Artifact.Of("program.txt", $"{seed}"), "chance")),
            Archive = new EveryArchive(),
            Selector = new UniformSelector(),
            Gate = new ValidGate(),
            Seed = run,
            Window = 1,
        };
        var (finalists, taken, best, own) = (new Finalists(count: 10), 0, double.NegativeInfinity, double.NaN);
        await foreach (var step in watch.FollowAsync(new Loop(record.Folder.Problem, strategy, record.Database, TimeProvider.System).RunAsync(new Budget { Steps = Candidates + 1 }, Cancellation), Cancellation))
        {
            finalists.Consider(step);
            (best, own) = (Math.Max(best, step.Evaluation!.Score), step.Number == 0 ? step.Evaluation.Score : own);
            if (step.Number > 0 && ++taken % finishEvery == 0)
            {
                var ranked = await new HoldOut(new Chance(run, "validation"), 10).RankAsync(finalists.Best, Cancellation);
                await new SealedTrial(record, new Chance(run, "test"), oversight, TimeProvider.System).RunAsync(ranked[0], watch.Promoted, Cancellation);
                watch.Note(ranked[0].Candidate);
            }
        }

        Assert.Null(await record.Database.VerifyAsync(Cancellation));
        Assert.Empty(oversight.Standing.Trips);
        return (oversight.Standing, best, own);
    }

    private const string Mandate = """{ "level": "A2", "scope": ["chance"], "ends": "2999-01-01T00:00:00Z", "approvers": ["Ada"] }""";

    private void WriteProblem()
    {
        _scratch.Write("chance/problem.json", """{ "title": "chance", "direction": "maximise", "evaluator": { "run": ["none"] } }""");
        _scratch.Write("chance/seed/program.txt", "seed");
    }

    /// <summary>Forty cases; whatever the program is, its scores there are normal deviates.</summary>
    private sealed class Chance(int run, string cases) : IEvaluator
    {
        public Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
        {
            var name = $"{run} {cases} {artifact.Id}";
            var random = Randomness.From(name.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)));
            double[] scores = [.. Enumerable.Range(0, 40).Select(_ => NormalDistribution.Sample(random))];
            return Task.FromResult(new Evaluation { Outcome = Outcome.Valid, Score = scores.Average(), Cases = [.. scores], Cost = 40, Isolation = "L3 test" });
        }
    }
}
