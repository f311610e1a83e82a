using Cambrian.Core.Ledgers;
using CsCheck;

namespace Cambrian.Core.Tests;

public sealed class LoopResumeTests
{
    private const int Steps = 150;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(4, 2)]
    public async Task Stopping_after_any_number_of_steps_and_resuming_equals_the_uninterrupted_run(int before, int after)
    {
        var whole = await WholeAsync();
        for (var stop = 0; stop <= Steps; stop++)
        {
            var ledger = new MemoryLedger();
            await LoopRun.RunAsync(LoopRun.Strategy(parallel: before), ledger, new Budget { Steps = stop });
            var handedOut = await LoopRun.RunAsync(LoopRun.Strategy(parallel: after), ledger, new Budget { Steps = Steps });
            Assert.Equal(LoopRun.Head(whole), LoopRun.Head(ledger));
            Assert.Equal(Steps, handedOut.Count);
        }
    }

    [Fact]
    public async Task Stopping_after_any_number_of_evaluations_and_resuming_equals_the_uninterrupted_run()
    {
        var whole = await WholeAsync();
        for (var stop = 0; stop < 120; stop++)
        {
            var ledger = new MemoryLedger();
            await LoopRun.RunAsync(LoopRun.Strategy(parallel: 3), ledger, new Budget { Evaluations = stop, Steps = Steps });
            Assert.Equal(StepText.HeadOf(whole.Steps.Take(ledger.Steps.Count)), LoopRun.Head(ledger));
            await LoopRun.RunAsync(LoopRun.Strategy(parallel: 3), ledger, new Budget { Steps = Steps });
            Assert.Equal(LoopRun.Head(whole), LoopRun.Head(ledger));
        }
    }

    [Fact]
    public async Task Losing_any_tail_of_the_ledger_and_resuming_equals_the_uninterrupted_run()
    {
        var whole = await WholeAsync();
        for (var left = 0; left <= Steps; left += 7)
        {
            var ledger = await LoopRun.CopyAsync(whole.Steps.Take(left));
            await LoopRun.RunAsync(LoopRun.Strategy(parallel: 8), ledger, new Budget { Steps = Steps });
            Assert.Equal(LoopRun.Head(whole), LoopRun.Head(ledger));
        }
    }

    [Fact]
    public async Task Walking_away_after_any_step_and_resuming_equals_the_uninterrupted_run()
    {
        var whole = await WholeAsync();
        for (var stop = 1; stop <= 100; stop += 3)
        {
            var ledger = new MemoryLedger();
            await foreach (var step in new Loop(Toy.Problem, LoopRun.Strategy(parallel: 4), ledger, TimeProvider.System).RunAsync(new Budget(), TestContext.Current.CancellationToken))
            {
                if (step.Number + 1 == stop)
                {
                    break;
                }
            }

            Assert.True(ledger.Steps.Count >= stop);
            await LoopRun.RunAsync(LoopRun.Strategy(parallel: 2), ledger, new Budget { Steps = Steps });
            Assert.Equal(LoopRun.Head(whole), LoopRun.Head(ledger));
        }
    }

    [Fact]
    public async Task Whatever_the_window_the_workers_and_the_stops_the_ledger_is_that_of_one_worker_without_a_stop() =>
        await Gen.Select(Gen.Int[0, 1_000], Gen.Int[1, 24], Gen.Int[1, 24], Gen.Int[0, 90].Array[0, 3]).SampleAsync(
            async (seed, window, parallel, stops) =>
            {
                var (whole, stopped) = (new MemoryLedger(), new MemoryLedger());
                await LoopRun.RunAsync(LoopRun.Strategy(seed, window), whole, new Budget { Steps = 90 });
                foreach (var stop in stops.Append(90))
                {
                    var evaluator = ScriptedEvaluator.Uneven(stop, Toy.Score);
                    await LoopRun.RunAsync(LoopRun.Strategy(seed, window, parallel, evaluator), stopped, new Budget { Steps = stop });
                }

                return LoopRun.Head(whole) == LoopRun.Head(stopped);
            },
            iter: 100);

    [Fact]
    public async Task Replay_gives_the_same_archive_without_measuring_anything()
    {
        var ledger = new MemoryLedger();
        var first = LoopRun.Strategy(parallel: 2);
        await LoopRun.RunAsync(first, ledger, new Budget { Steps = Steps });
        var evaluator = new ScriptedEvaluator(Toy.Score);
        var replayed = LoopRun.Strategy(evaluator: evaluator);
        await LoopRun.RunAsync(replayed, ledger, new Budget { Steps = Steps });
        Assert.Equal(first.Archive.Kept.Select(kept => kept.Step), replayed.Archive.Kept.Select(kept => kept.Step));
        Assert.Equal(0, evaluator.Calls);
    }

    [Fact]
    public async Task A_ledger_of_another_problem_is_refused()
    {
        var ledger = await WholeAsync();
        var other = Toy.Problem with { Name = "other", Seeds = [Toy.Program("zzzzzzzzzzzzzzzz")] };
        var loop = new Loop(other, LoopRun.Strategy(), ledger, TimeProvider.System);
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in loop.RunAsync(new Budget { Steps = 10 }, TestContext.Current.CancellationToken))
            {
            }
        });
        Assert.Contains("another problem", thrown.Message, StringComparison.Ordinal);
    }

    private static async Task<MemoryLedger> WholeAsync()
    {
        var ledger = new MemoryLedger();
        await LoopRun.RunAsync(LoopRun.Strategy(), ledger, new Budget { Steps = Steps });
        return ledger;
    }
}
