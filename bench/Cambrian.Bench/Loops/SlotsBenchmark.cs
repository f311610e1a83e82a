using System.Diagnostics;
using Cambrian.Bench.Measuring;
using Cambrian.Core;
using Cambrian.Core.Archives;
using Cambrian.Core.Gates;
using Cambrian.Core.Ledgers;
using Cambrian.Core.Selectors;

namespace Cambrian.Bench.Loops;

/// <summary>How well slots are used when evaluations are slow and uneven, although steps are remembered in order.</summary>
public sealed class SlotsBenchmark : IBenchmark
{
    private const int Slots = 16;
    private static readonly TimeSpan MedianWait = TimeSpan.FromMilliseconds(20);

    /// <inheritdoc/>
    public string Name => "slots";

    /// <inheritdoc/>
    public string Purpose => "use of 16 slots with slow, uneven evaluations, by window";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var windows = arguments.Numbers("windows", 1, 2, 4, 8, 16);
        var repeats = arguments.Number("repeats", 3);
        var steps = arguments.Number("steps", 2_000);
        arguments.RequireAllKnown();

        var report = new Report("Use of 16 slots");
        report.Note($"Evaluations wait for a log-normal time of median {MedianWait.TotalMilliseconds:0} ms and at most 20 times that, in real time; sigma is the standard deviation of its logarithm. "
            + $"Use = time in evaluations ÷ (slots × elapsed), start and end included; median (least–greatest) of {repeats} runs of {steps} steps. 'At best' is computed from the same waits for an engine without any cost, "
            + "'without end' likewise for 50,000 steps, 'generations' for one that waits for the slowest of every 16.");
        report.Note("sigma = ln 4 ÷ 1.645 (the 95th percentile is 4 × the median) with the same cap is the distribution on which AiDotNet.Evolution publishes 0.96 with a window of 32 × 16 "
            + "and 0.40–0.42 for OpenEvolve (2,000 proposals; its benchmarks/evidence/latency/4c31b32; published, not run here).");
        await RunAsync(new SleepingEvaluator(MedianWait, 0), window: 2, steps: 300, cancellation); // compiles the methods
        foreach (var sigma in (double[])[0.5, Math.Log(4) / 1.645])
        {
            await MeasureAsync(report, sigma, windows, repeats, steps, cancellation);
        }

        return report;
    }

    private static async Task MeasureAsync(Report report, double sigma, IReadOnlyList<int> windows, int repeats, int steps, CancellationToken cancellation)
    {
        var runs = await InTurn.RunAsync(windows, repeats, window => RunAsync(new SleepingEvaluator(MedianWait, sigma), window, steps, cancellation));
        double[] waits = [.. Enumerable.Range(0, steps).Select(step =>
            SleepingEvaluator.Wait(NullProposer.ProgramOf(Randomness.Derive(1, step, 1)), MedianWait, sigma).TotalSeconds)];
        var generations = IdealSlots.InGenerations(waits, Slots);
        double[] many = [.. Enumerable.Range(0, 50_000).Select(step => SleepingEvaluator.Multiple(Randomness.From(step), sigma))];
        var table = new Table($"sigma {Table.Number(sigma)}; slowest wait {Table.Number(waits.Max() / waits.Average())} × the mean", ["window", "use", "at best", "without end", "use ÷ at best", "generations", "use ÷ generations"]);
        foreach (var (window, run) in windows.Zip(runs))
        {
            var best = IdealSlots.Windowed(waits, Slots, window * Slots);
            var use = run.Of("use");
            table.Add($"{window} × {Slots}", use, best, IdealSlots.Windowed(many, Slots, window * Slots), use.Median / best, generations, use.Median / generations);
        }

        report.Add(table);
        if (windows.Zip(runs).Where(pair => pair.First <= 8).ToList() is { Count: > 0 } narrow)
        {
            report.AtLeast(0.96, $"use of {Slots} slots, window {narrow[^1].First} × {Slots}, sigma {Table.Number(sigma)}", narrow[^1].Second.Of("use").Median);
        }
    }

    private static async Task<IReadOnlyDictionary<string, double>> RunAsync(SleepingEvaluator evaluator, int window, int steps, CancellationToken cancellation)
    {
        var strategy = new Strategy
        {
            Evaluator = evaluator,
            Proposer = new NullProposer(),
            Archive = new PopulationArchive(capacity: 1000, tournament: 4),
            Selector = new TournamentSelector(4),
            Gate = new ValidGate(),
            Seed = 1,
            Window = window * Slots,
            Parallel = Slots,
        };

        // As many seeds as slots, as the first steps can only wait for a single one.
        var problem = new Problem { Name = "sleep", Seeds = [.. Enumerable.Range(0, Slots).Select(step => NullProposer.ProgramOf(Randomness.Derive(1, step, 1)))] };
        var start = Stopwatch.GetTimestamp();
        await foreach (var _ in new Loop(problem, strategy, new MemoryLedger(), TimeProvider.System).RunAsync(new Budget { Steps = steps }, cancellation))
        {
        }

        return new Dictionary<string, double> { ["use"] = evaluator.Occupied / (Slots * Stopwatch.GetElapsedTime(start)) };
    }
}
