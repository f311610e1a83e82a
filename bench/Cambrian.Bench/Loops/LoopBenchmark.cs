using Cambrian.Bench.Measuring;

namespace Cambrian.Bench.Loops;

/// <summary>What the loop itself costs: with a proposer and an evaluator that do nothing, all that is left is the engine.</summary>
public sealed class LoopBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "loop";

    /// <inheritdoc/>
    public string Purpose => "steps per second and overhead per evaluation with no-op proposer and evaluator; growth with the archive; memory at 16 workers";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var sizes = arguments.Numbers("sizes", 100, 1_000, 10_000, 100_000, 1_000_000);
        var workers = arguments.Numbers("workers", 1, 2, 4, 16);
        var repeats = arguments.Number("repeats", 3);
        var steps = arguments.Number("steps", 40_000);
        arguments.RequireAllKnown();

        var report = new Report("The loop alone");
        report.Note("No-op proposer (a new 20-line program each time) and evaluator, population archive that is full before the first step, tournament of 4. "
            + $"Each number is the median (least–greatest) of {repeats} fresh processes of {steps} steps after a warm-up, taken in turn over the rows; ratios are medians over pairs. "
            + "CPU time is that of the whole process, all threads and garbage collection included.");
        await ByArchiveAsync(report, sizes, repeats, steps, cancellation);
        await ByWorkersAsync(report, "memory", workers, repeats, steps, cancellation);
        await ByWorkersAsync(report, "sqlite", workers, repeats, steps, cancellation);
        await MemoryAsync(report, repeats, cancellation);
        return report;
    }

    private static async Task ByArchiveAsync(Report report, IReadOnlyList<int> sizes, int repeats, int steps, CancellationToken cancellation)
    {
        var runs = await InTurn.RunAsync(sizes, repeats, size => Probes.RunAsync("loop", [("programs", size), ("steps", steps)], cancellation));
        var table = new Table("By archive size, memory ledger, 1 worker, window 16.",
            ["programs", "CPU µs/step", "growth", "steps/s", "allocated B/step", "archive B/program"]);
        for (var row = 0; row < sizes.Count; row++)
        {
            var cpu = runs[row].Of("cpu_us");
            table.Add($"{sizes[row]:N0}", cpu, cpu.RatioTo(runs[0].Of("cpu_us")), 1e6 / runs[row].Of("wall_us").Median, runs[row].Of("bytes").Median, runs[row].Of("bytes_per_program").Median);
        }

        report.Add(table);
        var greatest = runs[^1].Of("cpu_us");
        report.AtMost(30, $"CPU µs per evaluation, {sizes[^1]:N0} programs", greatest.Median);
        report.AtMost(1.1, $"its growth from {sizes[0]:N0} to {sizes[^1]:N0} programs", greatest.RatioTo(runs[0].Of("cpu_us")));
    }

    private static async Task ByWorkersAsync(Report report, string ledger, IReadOnlyList<int> workers, int repeats, int steps, CancellationToken cancellation)
    {
        var runs = await InTurn.RunAsync(workers, repeats, count => Probes.RunAsync("loop", [("programs", 1000), ("workers", count), ("steps", steps), ("ledger", ledger)], cancellation));
        var table = new Table($"By workers, {ledger} ledger, 1,000 programs, window 8 × workers (at least 16).",
            ["workers", "CPU µs/step", "growth", "steps/s"]);
        for (var row = 0; row < workers.Count; row++)
        {
            var cpu = runs[row].Of("cpu_us");
            table.Add($"{workers[row]}", cpu, cpu.RatioTo(runs[0].Of("cpu_us")), 1e6 / runs[row].Of("wall_us").Median);
        }

        report.Add(table);
        foreach (var (count, run) in workers.Zip(runs))
        {
            report.AtLeast(20_000, $"steps/s, {ledger} ledger, {count} worker(s)", 1e6 / run.Of("wall_us").Median);
        }
    }

    private static async Task MemoryAsync(Report report, int repeats, CancellationToken cancellation)
    {
        const int Steps = 16_000;
        const string Shipped = "as shipped";
        (string Ledger, string Budget)[] rows = [("memory", Shipped), ("sqlite", Shipped), ("sqlite", "8 MB"), ("sqlite", "4 MB"), ("sqlite", "1 MB")];
        var runs = await InTurn.RunAsync(rows, repeats, row => Probes.RunAsync(
            "loop",
            [("programs", 1000), ("workers", 16), ("warmup", 0), ("steps", Steps), ("ledger", row.Ledger)],
            cancellation,
            watchMemory: false,
            row.Budget == Shipped ? [] : [("DOTNET_GCGen0MaxBudget", "0x" + row.Budget[..1] + "00000")]));
        var table = new Table($"Memory of the whole process at 16 workers, 1,000 programs, {Steps:N0} evaluations from its start; by the most that is allocated between two collections.",
            ["ledger", "between collections", "peak MB", "CPU µs/step"]);
        foreach (var (row, run) in rows.Zip(runs))
        {
            table.Add(row.Ledger, row.Budget, run.Of("peak_rss"), run.Of("cpu_us"));
        }

        report.Add(table);
        report.AtMost(64, "peak MB at 16 workers, sqlite ledger", runs[1].Of("peak_rss").Median);
    }
}
