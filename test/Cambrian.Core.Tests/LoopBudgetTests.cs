using Cambrian.Core.Ledgers;
using Microsoft.Extensions.Time.Testing;

namespace Cambrian.Core.Tests;

public sealed class LoopBudgetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task A_budget_of_steps_is_exact(int steps)
    {
        var ledger = new MemoryLedger();
        var handedOut = await LoopRun.RunAsync(LoopRun.Strategy(parallel: 4), ledger, new Budget { Steps = steps });
        Assert.Equal(steps, handedOut.Count);
        Assert.Equal(Enumerable.Range(0, steps), ledger.Steps.Select(step => step.Number));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(57)]
    [InlineData(100)]
    public async Task A_budget_of_evaluations_is_exact_also_when_proposers_fail(int evaluations)
    {
        var evaluator = new ScriptedEvaluator(Toy.Score);
        var ledger = new MemoryLedger();
        await LoopRun.RunAsync(LoopRun.Strategy(parallel: 4, evaluator: evaluator), ledger, new Budget { Evaluations = evaluations });
        Assert.Equal(evaluations, ledger.Steps.Count(step => step.Evaluation is not null));
        Assert.Equal(evaluations, evaluator.Calls);
    }

    [Fact]
    public async Task The_smaller_of_two_budgets_ends_the_run()
    {
        var ledger = new MemoryLedger();
        await LoopRun.RunAsync(LoopRun.Strategy(), ledger, new Budget { Steps = 30, Evaluations = 1_000 });
        Assert.Equal(30, ledger.Steps.Count);
    }

    [Fact]
    public async Task Budgets_cover_the_whole_run_with_what_was_recorded_earlier()
    {
        var ledger = new MemoryLedger();
        await LoopRun.RunAsync(LoopRun.Strategy(), ledger, new Budget { Steps = 40 });
        var handedOut = await LoopRun.RunAsync(LoopRun.Strategy(), ledger, new Budget { Steps = 60 });
        Assert.Equal(Enumerable.Range(0, 60), handedOut.Select(step => step.Number));
        Assert.Equal(60, ledger.Steps.Count);
    }

    [Fact]
    public async Task A_smaller_budget_than_what_is_recorded_replays_only_that_much()
    {
        var ledger = new MemoryLedger();
        await LoopRun.RunAsync(LoopRun.Strategy(), ledger, new Budget { Steps = 40 });
        Assert.Equal(25, (await LoopRun.RunAsync(LoopRun.Strategy(), ledger, new Budget { Steps = 25 })).Count);
        Assert.Equal(40, ledger.Steps.Count);
    }

    [Fact]
    public async Task The_end_of_the_time_budget_ends_the_sequence_quietly()
    {
        var clock = new FakeTimeProvider();
        var ledger = new MemoryLedger();
        var strategy = LoopRun.Strategy(evaluator: Slow(clock, seconds: 1));
        await LoopRun.RunAsync(strategy, ledger, new Budget { Time = TimeSpan.FromSeconds(60) }, clock);
        Assert.InRange(ledger.Steps.Count(step => step.Evaluation is not null), 1, 60);
    }

    [Fact]
    public async Task A_time_budget_changes_no_step()
    {
        var whole = new MemoryLedger();
        await LoopRun.RunAsync(LoopRun.Strategy(parallel: 3), whole, new Budget { Steps = 200 });
        var clock = new FakeTimeProvider();
        var ledger = new MemoryLedger();
        while (ledger.Steps.Count < 200)
        {
            var before = ledger.Steps.Count;
            await LoopRun.RunAsync(LoopRun.Strategy(parallel: 3, evaluator: Slow(clock, seconds: 1)), ledger, new Budget { Steps = 200, Time = TimeSpan.FromSeconds(25) }, clock);
            Assert.True(ledger.Steps.Count > before, $"no progress after {before} steps");
        }

        Assert.Equal(LoopRun.Head(whole), LoopRun.Head(ledger));
    }

    private static ScriptedEvaluator Slow(FakeTimeProvider clock, int seconds) => new((artifact, rival) =>
    {
        clock.Advance(TimeSpan.FromSeconds(seconds));
        return Toy.Score(artifact, rival);
    });
}
