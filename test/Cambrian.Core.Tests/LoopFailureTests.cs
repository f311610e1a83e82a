using Cambrian.Core.Ledgers;

namespace Cambrian.Core.Tests;

public sealed class LoopFailureTests
{
    [Fact]
    public async Task A_proposer_without_a_child_is_recorded_with_its_reason_and_the_run_goes_on()
    {
        var ledger = new MemoryLedger();
        var proposer = new ScriptedProposer((_, seed) => seed % 2 == 0 ? throw new ProposalException("out of ideas", "muse") : new Proposal(Toy.Program($"a{seed}"), "luck"));
        await LoopRun.RunAsync(LoopRun.Strategy() with { Proposer = proposer, Evaluator = new AsyncEvaluator((_, _) => Task.CompletedTask) }, ledger, new Budget { Steps = 50 });
        var failed = ledger.Steps.Where(step => step.Child is null).ToList();
        Assert.NotEmpty(failed);
        Assert.All(failed, step => Assert.Equal(("muse", new Verdict(Admitted: false, "out of ideas"), null), (step.Origin, step.Verdict, step.Evaluation)));
        Assert.All(failed, step => Assert.NotEmpty(step.Parents));
        Assert.Equal(ledger.Steps.Select(step => step.Number), proposer.Observed.Select(step => step.Number));
    }

    [Fact]
    public async Task A_seed_that_the_gate_rejects_stops_the_run_with_the_reason_every_time()
    {
        var problem = Toy.Problem with { Seeds = [Toy.Program("aaaaaaaaaaaaaaaa"), Toy.Program("qaaaaaaaaaaaaaaa")] };
        var ledger = new MemoryLedger();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => DrainAsync(new Loop(problem, LoopRun.Strategy(), ledger, TimeProvider.System)));
            Assert.Contains("Seed 1 of problem 'toy'", thrown.Message, StringComparison.Ordinal);
            Assert.Contains("may not start with q", thrown.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, ledger.Steps.Count);
    }

    [Fact]
    public async Task A_broken_harness_ends_the_run_with_its_exception_and_keeps_the_steps_before_it()
    {
        var calls = 0;
        var evaluator = new ScriptedEvaluator((artifact, rival) =>
            Interlocked.Increment(ref calls) == 30 ? throw new IOException("the disk is gone") : Toy.Score(artifact, rival));
        var ledger = new MemoryLedger();
        await Assert.ThrowsAsync<IOException>(() => LoopRun.RunAsync(LoopRun.Strategy(evaluator: evaluator), ledger, new Budget { Steps = 100 }));
        Assert.InRange(ledger.Steps.Count, 20, 60);
        var whole = new MemoryLedger();
        await LoopRun.RunAsync(LoopRun.Strategy(), whole, new Budget { Steps = 100 });
        Assert.Equal(StepText.HeadOf(whole.Steps.Take(ledger.Steps.Count)), LoopRun.Head(ledger));
    }

    [Fact]
    public async Task Cancellation_stops_everything_and_waits_for_it()
    {
        using var cancel = new CancellationTokenSource();
        var (started, underWay) = (0, 0);
        var evaluator = new AsyncEvaluator(async (_, cancellation) =>
        {
            Interlocked.Increment(ref underWay);
            try
            {
                if (Interlocked.Increment(ref started) == 8)
                {
                    await cancel.CancelAsync();
                }

                await (Volatile.Read(ref started) > 4 ? Task.Delay(Timeout.Infinite, cancellation) : Task.CompletedTask);
            }
            finally
            {
                await Task.Yield();
                Interlocked.Decrement(ref underWay);
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            LoopRun.RunAsync(LoopRun.Strategy(window: 8, parallel: 4, evaluator: evaluator) with { Proposer = Fresh() }, new MemoryLedger(), new Budget(), cancel: cancel));
        Assert.Equal(0, underWay);
    }

    [Fact]
    public async Task Walking_away_from_a_run_waits_for_what_is_under_way()
    {
        var underWay = 0;
        var evaluator = new AsyncEvaluator(async (_, cancellation) =>
        {
            Interlocked.Increment(ref underWay);
            try
            {
                await Task.Yield();
                cancellation.ThrowIfCancellationRequested();
            }
            finally
            {
                await Task.Yield();
                Interlocked.Decrement(ref underWay);
            }
        });
        var loop = new Loop(Toy.Problem, LoopRun.Strategy(window: 16, parallel: 8, evaluator: evaluator) with { Proposer = Fresh() }, new MemoryLedger(), TimeProvider.System);
        await foreach (var step in loop.RunAsync(new Budget(), TestContext.Current.CancellationToken))
        {
            if (step.Number == 20)
            {
                break;
            }
        }

        Assert.Equal(0, underWay);
    }

    [Fact]
    public async Task A_score_that_arrives_after_the_stop_is_not_recorded()
    {
        using var cancel = new CancellationTokenSource();
        var calls = 0;
        var evaluator = new AsyncEvaluator(async (_, _) =>
        {
            if (Interlocked.Increment(ref calls) == 10)
            {
                // As an evaluator might that turns the kill of its worker into a bad score.
                await cancel.CancelAsync();
            }
        });
        var ledger = new MemoryLedger();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            LoopRun.RunAsync(LoopRun.Strategy(evaluator: evaluator) with { Proposer = Fresh() }, ledger, new Budget(), cancel: cancel));
        Assert.InRange(ledger.Steps.Count, 0, 9);
    }

    [Fact]
    public async Task A_loop_runs_only_once()
    {
        var loop = new Loop(Toy.Problem, LoopRun.Strategy(), new MemoryLedger(), TimeProvider.System);
        await DrainAsync(loop);
        await Assert.ThrowsAsync<InvalidOperationException>(() => DrainAsync(loop));
    }

    [Fact]
    public async Task A_step_is_in_the_ledger_before_it_is_handed_out()
    {
        var ledger = new MemoryLedger();
        var loop = new Loop(Toy.Problem, LoopRun.Strategy(parallel: 4), ledger, TimeProvider.System);
        await foreach (var step in loop.RunAsync(new Budget { Steps = 60 }, TestContext.Current.CancellationToken))
        {
            Assert.Same(step, ledger.Steps[step.Number]);
        }
    }

    [Fact]
    public void Strategies_and_problems_that_cannot_run_are_refused_when_they_are_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LoopRun.Strategy(window: 0));
        Assert.Throws<ArgumentException>(() => new Problem { Name = "empty", Seeds = [] });
    }

    private static ScriptedProposer Fresh() => new((_, seed) => new Proposal(Toy.Program($"a{seed}"), "fresh"));

    private static async Task DrainAsync(Loop loop)
    {
        await foreach (var _ in loop.RunAsync(new Budget { Steps = 10 }, TestContext.Current.CancellationToken))
        {
        }
    }
}
