using System.Diagnostics;
using Cambrian.Bench.Measuring;
using Cambrian.Sandbox;
using Cambrian.Sandbox.Workers;

namespace Cambrian.Bench.Sandboxes;

/// <summary>What containing programs costs, against ordinary child processes.</summary>
public sealed class SandboxBenchmark : IBenchmark
{
    private const int RoundTrips = 500;
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Plenty = TimeSpan.FromSeconds(30);
    private static readonly SandboxedCommand Echo = EchoProbe.Command();

    /// <inheritdoc/>
    public string Name => "sandbox";

    /// <inheritdoc/>
    public string Purpose => "fresh start, warm round trip and kill of sandboxed programs, against plain processes";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var repeats = arguments.Number("repeats", 40);
        var kills = arguments.Number("kills", 20);
        arguments.RequireAllKnown();

        using var runner = await SandboxRunner.OpenAsync(cancellation: cancellation);
        var report = new Report("Sandbox");
        report.Note($"Isolation: {runner.Isolation}. Wall milliseconds; median (least–greatest) of {repeats} repetitions, sandboxed and plain in turn; ratios are medians over pairs. "
            + "On a machine with other work the least is the better guess at the cost itself.");
        report.Add(await StartsAsync(runner, repeats, cancellation));
        report.Add(await RoundTripsAsync(runner, repeats, cancellation));
        report.Add(await KillsAsync(runner, repeats, cancellation));
        report.Add(await Runaways.MeasureAsync(runner, kills, cancellation));
        return report;
    }

    private static async Task<Table> StartsAsync(SandboxRunner runner, int repeats, CancellationToken cancellation)
    {
        var options = new WorkerPoolOptions { Spares = 0, WarmUp = new byte[64] };
        Task[] warm = [runner.RunAsync(new SandboxedCommand { Command = ["/bin/true"] }, default, cancellation), Child.RunAsync("/bin/true", [], cancellation)];
        await Task.WhenAll(warm);
        var runs = await InTurn.RunAsync(
            [
                () => runner.RunAsync(new SandboxedCommand { Command = ["/bin/true"] }, default, cancellation),
                () => Child.RunAsync("/bin/true", [], cancellation),
                async () => await (await WorkerPool.StartAsync(runner, Echo, options, cancellation)).DisposeAsync(),
                async () =>
                {
                    using var worker = new PlainWorker();
                    await worker.AskAsync(new byte[64], cancellation);
                },
            ],
            repeats,
            (Func<Task> start) => TimedAsync(start));
        var table = new Table("Fresh start to end of /bin/true, and start of a .NET worker to its first answer and its end, ms. Goal: ≤ 10 ms native.", ["", "sandboxed", "plain", "sandboxed ÷ plain"]);
        table.Add("/bin/true", runs[0].Of("ms"), runs[1].Of("ms"), runs[0].Of("ms").RatioTo(runs[1].Of("ms")));
        table.Add(".NET worker", runs[2].Of("ms"), runs[3].Of("ms"), runs[2].Of("ms").RatioTo(runs[3].Of("ms")));
        return table;
    }

    private static async Task<Table> RoundTripsAsync(SandboxRunner runner, int repeats, CancellationToken cancellation)
    {
        await using var pool = await WorkerPool.StartAsync(runner, Echo, new WorkerPoolOptions { Spares = 0, RequestsPerWorker = int.MaxValue }, cancellation);
        await using var lease = await pool.LeaseAsync(cancellation);
        using var plain = new PlainWorker();
        var table = new Table($"Warm round trip of a .NET worker, µs (each repetition is the median of {RoundTrips}). Goal: ≤ 100 µs.", ["payload", "sandboxed", "plain", "sandboxed ÷ plain"]);
        foreach (var bytes in (int[])[100, 2_500, 100_000])
        {
            var request = new byte[bytes];
            var runs = await InTurn.RunAsync(
                [() => lease.AskAsync(request, Plenty, cancellation), () => plain.AskAsync(request, cancellation)],
                repeats,
                (Func<Task> ask) => MedianAsync(ask));
            var (sandboxed, other) = (runs[0].Of("us"), runs[1].Of("us"));
            table.Add($"{bytes:N0} B", sandboxed, other, sandboxed.RatioTo(other));
        }

        return table;
    }

    private static async Task<Table> KillsAsync(SandboxRunner runner, int repeats, CancellationToken cancellation)
    {
        await using var pool = await WorkerPool.StartAsync(runner, Echo, new WorkerPoolOptions { Spares = 1, WarmUp = new byte[64] }, cancellation);
        var runs = await InTurn.RunAsync([() => OvershootAsync(pool, cancellation), () => PlainKillAsync(cancellation)], repeats, (Func<Task<TimeSpan>> kill) => LateAsync(kill));
        var (sandboxed, plain) = (runs[0].Of("ms"), runs[1].Of("ms"));
        var table = new Table($"From the deadline of a worker that loops for ever ({Deadline.TotalMilliseconds:0} ms) until nothing of it is left, ms. Plain: Process.Kill of the tree. Goal: ≤ 50 ms, never above 250 ms.",
            ["", "sandboxed", "plain", "sandboxed ÷ plain"]);
        table.Add("median (least–greatest)", sandboxed, plain, sandboxed.RatioTo(plain));
        table.Add("95th percentile", sandboxed.Quantile(0.95), plain.Quantile(0.95), sandboxed.Quantile(0.95) / plain.Quantile(0.95));
        return table;
    }

    private static async Task<TimeSpan> OvershootAsync(WorkerPool pool, CancellationToken cancellation)
    {
        await using var lease = await pool.LeaseAsync(cancellation);
        var start = Stopwatch.GetTimestamp();
        var reply = await lease.AskAsync(EchoProbe.Loop, Deadline, cancellation);
        return reply.Exit?.Reason == ExitReason.TimedOut
            ? Stopwatch.GetElapsedTime(start) - Deadline
            : throw new InvalidOperationException($"The worker was to loop until its deadline, but: {reply.Fault}");
    }

    private static async Task<TimeSpan> PlainKillAsync(CancellationToken cancellation)
    {
        using var worker = new PlainWorker();
        await worker.AskAsync(new byte[64], cancellation);
        await worker.SendAsync(EchoProbe.Loop, cancellation);
        await Task.Delay(Deadline, cancellation);
        var start = Stopwatch.GetTimestamp();
        await worker.KillAsync(cancellation);
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<IReadOnlyDictionary<string, double>> LateAsync(Func<Task<TimeSpan>> kill) => new Dictionary<string, double> { ["ms"] = (await kill()).TotalMilliseconds };

    private static async Task<IReadOnlyDictionary<string, double>> TimedAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return new Dictionary<string, double> { ["ms"] = Stopwatch.GetElapsedTime(start).TotalMilliseconds };
    }

    private static async Task<IReadOnlyDictionary<string, double>> MedianAsync(Func<Task> work)
    {
        List<double> times = [];
        for (var index = 0; index < RoundTrips; index++)
        {
            var start = Stopwatch.GetTimestamp();
            await work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return new Dictionary<string, double> { ["us"] = new Sample(times).Median };
    }
}
