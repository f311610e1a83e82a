using System.Globalization;
using Cambrian.Core.Archives;
using Cambrian.Core.Gates;
using Cambrian.Core.Ledgers;
using Cambrian.Core.Selectors;

namespace Cambrian.Core.Tests;

public sealed class LoopDeterminismTests
{
    private const int Steps = 240;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task The_ledger_is_the_same_for_any_number_of_workers_and_any_timing(int parallel)
    {
        var expected = await HeadAsync(parallel: 1, new ScriptedEvaluator(Toy.Score));
        for (var timing = 0; timing < 8; timing++)
        {
            Assert.Equal(expected, await HeadAsync(parallel, ScriptedEvaluator.Uneven(timing, Toy.Score)));
        }
    }

    [Fact]
    public async Task Another_seed_or_window_gives_another_ledger()
    {
        var expected = await HeadAsync(parallel: 2, new ScriptedEvaluator(Toy.Score));
        var (otherSeed, otherWindow) = (new MemoryLedger(), new MemoryLedger());
        await LoopRun.RunAsync(LoopRun.Strategy(seed: 2), otherSeed, new Budget { Steps = Steps });
        await LoopRun.RunAsync(LoopRun.Strategy(window: 9), otherWindow, new Budget { Steps = Steps });
        Assert.Equal(3, new[] { expected, LoopRun.Head(otherSeed), LoopRun.Head(otherWindow) }.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(5, 4)]
    [InlineData(16, 16)]
    public async Task A_step_knows_exactly_what_was_remembered_a_window_before_it(int window, int parallel)
    {
        var seeds = Toy.Problem.Seeds.Count;
        var strategy = LoopRun.Strategy() with
        {
            Proposer = new Witness(0),
            Evaluator = ScriptedEvaluator.Uneven(3, (_, _) => Evaluation.Of(1)),
            Archive = new EveryArchive(),
            Selector = new UniformSelector(),
            Gate = new ValidGate(),
            Window = window,
            Parallel = parallel,
        };
        var steps = await LoopRun.RunAsync(strategy, new MemoryLedger(), new Budget { Steps = 100 });
        foreach (var step in steps.Skip(seeds))
        {
            var known = Math.Max(seeds, step.Number - window + 1);
            Assert.Equal(known, int.Parse(step.Origin, CultureInfo.InvariantCulture));
            Assert.All(step.Parents, parent => Assert.InRange(parent, 0, known - 1));
        }
    }

    [Fact]
    public async Task No_more_than_the_asked_number_work_at_a_time_and_all_of_them_do()
    {
        var (working, most) = (0, 0);
        var everybody = new TaskCompletionSource();
        var evaluator = new AsyncEvaluator(async (artifact, cancellation) =>
        {
            var now = Interlocked.Increment(ref working);
            InterlockedMax(ref most, now);
            if (now == 4)
            {
                everybody.TrySetResult();
            }

            // The seeds are two: they cannot wait for four.
            await (Toy.Problem.Seeds.Contains(artifact) ? Task.CompletedTask : everybody.Task.WaitAsync(cancellation));
            Interlocked.Decrement(ref working);
        });
        var strategy = LoopRun.Strategy(window: 16, parallel: 4, evaluator: evaluator) with { Proposer = new Witness(0) };
        await LoopRun.RunAsync(strategy, new MemoryLedger(), new Budget { Steps = 60 });
        Assert.Equal(4, most);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private static async Task<string> HeadAsync(int parallel, IEvaluator evaluator)
    {
        var ledger = new MemoryLedger();
        await LoopRun.RunAsync(LoopRun.Strategy(parallel: parallel, evaluator: evaluator), ledger, new Budget { Steps = Steps });
        return LoopRun.Head(ledger);
    }

    // Says in the origin of its children how many steps it had been told of when the snapshot was taken.
    private sealed class Witness(int told) : IProposer
    {
        private int _told = told;

        public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation) =>
            Task.FromResult(new Proposal(Toy.Program($"x{seed}"), $"{_told}"));

        public void Observe(Step step) => _told++;

        public IProposer Snapshot() => new Witness(_told);
    }
}
