using Cambrian.Studies;
using Cambrian.Tests.Runs;

namespace Cambrian.Tests.Studies;

/// <summary>A whole study, in real sandboxes, run once for all tests.</summary>
public sealed class StudyTests(StudyTests.WholeStudy study) : IClassFixture<StudyTests.WholeStudy>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_arm_is_run_and_the_improvers_are_swapped_in_the_other_domain()
    {
        Assert.Equal((0, ""), (study.Typed.Code, study.Typed.Error));
        var trials = StudyRecord.Open(study.Scratch["study"]).Trials;
        Assert.Equal(["default", Catalog.EditableSelection, "random", StudyPlan.SwapSeed, StudyPlan.SwapEvolved, StudyPlan.CompoundScratch, StudyPlan.CompoundEvolved], trials.Select(trial => trial.Arm));
        Assert.All(trials, trial => Assert.InRange(trial.Evaluations, 1, 12));

        // The other domain's points lie elsewhere, so the same seed agent scores otherwise there.
        Assert.Single(trials.Where(trial => Evidence.IsOfImprovers(trial.Arm)).Select(trial => trial.Start).Distinct());
        Assert.NotEqual(trials[0].Start, trials[^1].Start);
        Assert.Contains("TOO FEW SEEDS  recursion", study.Typed.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(study.Scratch["study/evidence.html"]));
    }

    [Fact]
    public async Task The_swapped_improver_is_the_winners_and_makes_children_of_the_seed()
    {
        var derived = study.Scratch["study/derived/swap-1/lines"];
        var (_, winner, _) = await study.Scratch.TypeAsync("best", "study/default-1");

        Assert.Equal(winner.Trim(), (await File.ReadAllTextAsync($"{derived}/improver/Agent.cs", Cancellation)).Trim());
        Assert.Equal(await File.ReadAllTextAsync(study.Scratch["lines/seed/Agent.cs"], Cancellation), await File.ReadAllTextAsync($"{derived}/seed/Agent.cs", Cancellation));
        Assert.Equal(await File.ReadAllTextAsync(study.Scratch["lines/transfer/slope.txt"], Cancellation), await File.ReadAllTextAsync($"{derived}/data/slope.txt", Cancellation));
    }

    [Fact]
    public async Task A_study_that_is_typed_again_runs_nothing_and_says_the_same()
    {
        var trials = await File.ReadAllTextAsync(study.Scratch["study/trials.jsonl"], Cancellation);

        var (_, again, _) = await study.Scratch.TypeAsync(WholeStudy.Words);
        var (_, read, _) = await study.Scratch.TypeAsync("evidence", "study");

        Assert.Equal(trials, await File.ReadAllTextAsync(study.Scratch["study/trials.jsonl"], Cancellation));
        Assert.EndsWith(read.Trim(), study.Typed.Output.Trim(), StringComparison.Ordinal);
        Assert.Equal(read.Trim(), again.Trim());
    }

    [Fact]
    public async Task Another_budget_or_problem_is_another_study()
    {
        var (code, _, error) = await study.Scratch.TypeAsync("evidence", "lines", "--evaluations", "24", "--k", "5", "--out", "study");

        Assert.Equal(4, code);
        Assert.Contains("was begun with lines, 12 evaluations a run and 5 evaluations for an improver, and this is lines, 24 evaluations a run", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_run_speaks_for_itself()
    {
        var (code, output, error) = await study.Scratch.TypeAsync("evidence", "study/random-1");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("This run alone, against the seed: better on", output, StringComparison.Ordinal);
        Assert.True(File.Exists(study.Scratch["study/random-1/evidence.html"]));
    }

    /// <summary>The study and what it printed.</summary>
    public sealed class WholeStudy : IAsyncLifetime
    {
        internal static readonly string[] Words = ["evidence", "lines", "--seeds", "1", "--evaluations", "12", "--k", "5", "--arms", $"{Catalog.EditableSelection},random", "--out", "study"];

        internal Scratch Scratch { get; } = new();

        internal (int Code, string Output, string Error) Typed { get; private set; }

        public async ValueTask InitializeAsync()
        {
            SmallAgents.Write(Scratch, "lines");
            Typed = await Scratch.TypeAsync(Words);
        }

        public ValueTask DisposeAsync()
        {
            Scratch.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
