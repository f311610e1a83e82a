using System.Globalization;
using System.Text.Json;
using Cambrian.Bench.Measuring;

namespace Cambrian.Bench.Peers;

/// <summary>The same task in Cambrian and in OpenEvolve, in turn: a new 20-line program for nothing, a score for nothing. What is left is the engine.</summary>
public sealed class PeersBenchmark : IBenchmark
{
    private const string Published = "AiDotNet.Evolution, published, not run";

    private static readonly Dictionary<int, string> PublishedOverhead = new() { [100] = "34.0", [1_000] = "35.9", [10_000] = "53.5" };

    /// <inheritdoc/>
    public string Name => "peers";

    /// <inheritdoc/>
    public string Purpose => "overhead, sampling and memory beside OpenEvolve (--openevolve PATH of a checkout)";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var peer = new OpenEvolve(
            arguments.Text("openevolve") ?? throw new ArgumentException("No --openevolve was given; expected the path of a checkout (see bench/README.md).", nameof(arguments)),
            arguments.Text("python") ?? "/usr/bin/python3");
        var repeats = arguments.Number("repeats", 3);
        var sizes = arguments.Numbers("sizes", 100, 1_000, 10_000);
        var sampled = arguments.Numbers("sampled", 1_000, 10_000);
        arguments.RequireAllKnown();

        var report = new Report("Beside the peers");
        report.Note($"Median (least–greatest) of {repeats} rounds; in each round both sides run one after the other in fresh processes, and ratios are medians over rounds. CPU time counts all processes of an engine. "
            + "Both are given the same made-up programs, a proposer that costs nothing and an evaluator that returns a made-up score; both archives are filled before measuring starts. "
            + $"OpenEvolve {await peer.VersionAsync(cancellation)}, on its defaults, but for logging and checkpoints, which are off; Cambrian with its memory ledger where time is measured, so neither writes a file of its history. "
            + "Neither side isolates candidates here: Cambrian's evaluator is called in its own process, OpenEvolve's in the worker processes it keeps.");
        report.Note("Column '" + Published + "': ooples/AiDotNet.Evolution, benchmarks/evidence, population-scaling/47899db (overhead by archive size) and engine-overhead/5699058 (workers and memory), "
            + "measured by its authors on a 16-core AMD Ryzen 9 3950X under Windows 11, wall time.");
        report.Add(await OverheadAsync(peer, sizes, repeats, cancellation));
        report.Add(await SamplingAsync(peer, sampled, repeats, cancellation));
        report.Add(await MemoryAsync(peer, repeats, cancellation));
        return report;
    }

    private static async Task<Table> OverheadAsync(OpenEvolve peer, IReadOnlyList<int> sizes, int repeats, CancellationToken cancellation)
    {
        var runs = await InTurn.RunAsync(
            [.. sizes.SelectMany(size => new[] { (size, Ours: true), (size, Ours: false) })],
            repeats,
            row => row.Ours
                ? Probes.RunAsync("loop", [("programs", row.size)], cancellation)
                : peer.RunAsync("run", [("programs", row.size), ("iterations", Math.Clamp(100_000 / row.size, 8, 200))], cancellation));
        var table = new Table("Overhead per evaluation, 1 worker, CPU µs. Goal: ≤ 30 µs.", ["programs", "Cambrian", "growth", "OpenEvolve", "growth", "OpenEvolve ÷ Cambrian", Published]);
        for (var row = 0; row < sizes.Count; row++)
        {
            var (ours, theirs) = (runs[2 * row].Of("cpu_us"), runs[(2 * row) + 1].Of("cpu_us"));
            table.Add($"{sizes[row]:N0}", ours, ours.RatioTo(runs[0].Of("cpu_us")), theirs, theirs.RatioTo(runs[1].Of("cpu_us")), theirs.RatioTo(ours), PublishedOverhead.GetValueOrDefault(sizes[row], "–"));
        }

        return table;
    }

    private static async Task<Table> SamplingAsync(OpenEvolve peer, IReadOnlyList<int> sizes, int repeats, CancellationToken cancellation)
    {
        var runs = await InTurn.RunAsync(
            [.. sizes.SelectMany(size => new[] { (size, Ours: true), (size, Ours: false) })],
            repeats,
            row => row.Ours
                ? Probes.RunAsync("archive", [("programs", row.size), ("archive", "islands")], cancellation)
                : peer.RunAsync("sample", [("programs", row.size), ("iterations", Math.Clamp(20_000 / row.size, 3, 20))], cancellation));
        var table = new Table("Choosing the parents of one child on islands, CPU µs (Cambrian: two parents; OpenEvolve: one and two inspirations). Goal: ≤ 20 µs from 10⁵.",
            ["programs", "Cambrian, tournament", "Cambrian, lexicase", "OpenEvolve", "OpenEvolve ÷ lexicase"]);
        for (var row = 0; row < sizes.Count; row++)
        {
            var (lexicase, theirs) = (runs[2 * row].Of("lexicase"), runs[(2 * row) + 1].Of("sample_us"));
            table.Add($"{sizes[row]:N0}", runs[2 * row].Of("tournament"), lexicase, theirs, theirs.RatioTo(lexicase));
        }

        return table;
    }

    private static async Task<Table> MemoryAsync(OpenEvolve peer, int repeats, CancellationToken cancellation)
    {
        const int Ours = 16_000;
        const int Theirs = 200;
        var runs = await InTurn.RunAsync([true, false], repeats, ours => ours
            ? Probes.RunAsync("loop", [("programs", 1000), ("workers", 16), ("warmup", 0), ("steps", Ours), ("ledger", "sqlite")], cancellation, watchMemory: true)
            : peer.RunAsync("run", [("programs", 1000), ("workers", 16), ("iterations", Theirs)], cancellation, watchMemory: true));
        var table = new Table("16 workers, 1,000 programs. Memory: the most that the main process held, and its workers beside it, pages they share counted once. Goal: ≤ 64 MB.",
            ["engine", "evaluations", "peak MB", "CPU µs/evaluation"]);
        table.Add("Cambrian, every step in its database", $"{Ours:N0}", runs[0].Of("peak_megabytes"), runs[0].Of("cpu_us"));
        table.Add("OpenEvolve", $"{Theirs:N0}", runs[1].Of("peak_megabytes"), runs[1].Of("cpu_us"));
        table.Add("OpenEvolve ÷ Cambrian", "", runs[1].Of("peak_megabytes").RatioTo(runs[0].Of("peak_megabytes")), runs[1].Of("cpu_us").RatioTo(runs[0].Of("cpu_us")));
        table.Add(Published, "16,000", "83 (64 after fixes)", "60.5");
        return table;
    }

    private sealed class OpenEvolve(string checkout, string python)
    {
        public async Task<string> VersionAsync(CancellationToken cancellation)
        {
            var child = await Child.RunAsync(python, ["-c", "import runpy, sys; print(runpy.run_path(sys.argv[1])['__version__'])", Path.Combine(checkout, "openevolve", "_version.py")], cancellation);
            return child.Required("Reading OpenEvolve's version").Trim();
        }

        public async Task<IReadOnlyDictionary<string, double>> RunAsync(
            string what, IEnumerable<(string Name, int Value)> options, CancellationToken cancellation, bool watchMemory = false)
        {
            string[] words = [Repository.Find("bench/peers/openevolve.py"), "--openevolve", checkout, what, .. options.SelectMany(option => new[] { "--" + option.Name, option.Value.ToString(CultureInfo.InvariantCulture) })];
            var child = await Child.RunAsync(python, words, cancellation, watchMemory);
            var numbers = JsonSerializer.Deserialize<Dictionary<string, double>>(child.Required("OpenEvolve").TrimEnd().Split('\n')[^1])!; // "null" is never printed
            numbers["peak_megabytes"] = child.PeakMegabytes;
            return numbers;
        }
    }
}
