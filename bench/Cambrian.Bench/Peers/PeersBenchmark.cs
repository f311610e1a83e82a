using System.Globalization;
using System.Text.Json;
using Cambrian.Bench.Measuring;

namespace Cambrian.Bench.Peers;

/// <summary>The same task in Cambrian and in OpenEvolve, in turn: a new 20-line program for nothing, a score for nothing. What is left is the engine.</summary>
public sealed class PeersBenchmark : IBenchmark
{
    private const string None = "–";
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
        var sizes = arguments.Numbers("sizes", 100, 1_000, 10_000, 100_000, 1_000_000);
        var sampled = arguments.Numbers("sampled", 1_000, 10_000, 100_000);
        var most = arguments.Number("most", 10_000);
        arguments.RequireAllKnown();

        var report = new Report("Beside the peers");
        report.Note($"Median (least–greatest) of {repeats} rounds; in each round both sides run one after the other in fresh processes, and ratios are medians over rounds. CPU time counts all processes of an engine. "
            + "Both are given the same made-up programs, a proposer that costs nothing and an evaluator that returns a made-up score; both archives are filled before measuring starts. "
            + $"OpenEvolve {await peer.VersionAsync(cancellation)}, on its defaults, but for logging and checkpoints, which are off; Cambrian with its memory ledger where time is measured, so neither writes a file of its history. "
            + $"OpenEvolve is measured up to {most:N0} programs: filling it with more takes minutes. "
            + "Neither side isolates candidates here: Cambrian's evaluator is called in its own process, OpenEvolve's in the worker processes it keeps.");
        report.Note("Column '" + Published + "': ooples/AiDotNet.Evolution, benchmarks/evidence, population-scaling/47899db (overhead by archive size) and engine-overhead/5699058 (workers and memory), "
            + "measured by its authors on a 16-core AMD Ryzen 9 3950X under Windows 11, wall time.");
        await OverheadAsync(report, peer, Rows(sizes, most), repeats, cancellation);
        await SamplingAsync(report, peer, Rows(sampled, most), repeats, cancellation);
        await MemoryAsync(report, peer, repeats, cancellation);
        return report;
    }

    // Ours at every size, theirs after it where it is affordable.
    private static List<(int Size, bool Ours)> Rows(IReadOnlyList<int> sizes, int most) =>
        [.. sizes.SelectMany(size => size <= most ? new[] { (size, true), (size, false) } : [(size, true)])];

    private static async Task OverheadAsync(Report report, OpenEvolve peer, List<(int Size, bool Ours)> rows, int repeats, CancellationToken cancellation)
    {
        var runs = await InTurn.RunAsync(rows, repeats, row => row.Ours
            ? Probes.RunAsync("loop", [("programs", row.Size)], cancellation)
            : peer.RunAsync("run", [("programs", row.Size), ("iterations", Math.Clamp(100_000 / row.Size, 8, 200))], cancellation));
        var table = new Table("Overhead per evaluation, 1 worker, CPU µs.", ["programs", "Cambrian", "growth", "OpenEvolve", "growth", "OpenEvolve ÷ Cambrian", Published]);
        var first = runs[0].Of("cpu_us");
        foreach (var (size, ours, theirs) in Pairs(rows, runs, "cpu_us", "cpu_us"))
        {
            table.Add([$"{size:N0}", ours, ours.RatioTo(first), .. theirs is null ? [None, None, None] : new object[] { theirs, theirs.RatioTo(runs[1].Of("cpu_us")), theirs.RatioTo(ours) }, PublishedOverhead.GetValueOrDefault(size, None)]);
        }

        report.Add(table);
        var last = runs[rows.FindLastIndex(row => row.Ours)].Of("cpu_us");
        report.AtMost(30, $"CPU µs per evaluation, {rows[^1].Size:N0} programs", last.Median);
        report.AtMost(1.1, $"its growth from {rows[0].Size:N0} to {rows[^1].Size:N0} programs", last.RatioTo(first));
    }

    private static async Task SamplingAsync(Report report, OpenEvolve peer, List<(int Size, bool Ours)> rows, int repeats, CancellationToken cancellation)
    {
        var runs = await InTurn.RunAsync(rows, repeats, row => row.Ours
            ? Probes.RunAsync("archive", [("programs", row.Size), ("archive", "islands")], cancellation)
            : peer.RunAsync("sample", [("programs", row.Size), ("iterations", Math.Clamp(20_000 / row.Size, 3, 20))], cancellation));
        var table = new Table("Choosing the parents of one child on islands, CPU µs (Cambrian: two parents; OpenEvolve: one and two inspirations).",
            ["programs", "Cambrian, tournament", "Cambrian, lexicase", "OpenEvolve", "OpenEvolve ÷ lexicase"]);
        foreach (var ((size, tournament, _), (_, lexicase, theirs)) in Pairs(rows, runs, "tournament", "sample_us").Zip(Pairs(rows, runs, "lexicase", "sample_us")))
        {
            table.Add([$"{size:N0}", tournament, lexicase, .. theirs is null ? [None, None] : new object[] { theirs, theirs.RatioTo(lexicase) }]);
        }

        report.Add(table);
        report.AtMost(20, $"CPU µs to choose two parents by lexicase from {rows[^1].Size:N0} programs", runs[rows.FindLastIndex(row => row.Ours)].Of("lexicase").Median);
    }

    private static IEnumerable<(int Size, Sample Ours, Sample? Theirs)> Pairs(List<(int Size, bool Ours)> rows, IReadOnlyList<InTurn> runs, string ours, string theirs)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Ours)
            {
                yield return (rows[row].Size, runs[row].Of(ours), row + 1 < rows.Count && !rows[row + 1].Ours ? runs[row + 1].Of(theirs) : null);
            }
        }
    }

    private static async Task MemoryAsync(Report report, OpenEvolve peer, int repeats, CancellationToken cancellation)
    {
        const int Ours = 16_000;
        const int Theirs = 200;
        var runs = await InTurn.RunAsync([true, false], repeats, ours => ours
            ? Probes.RunAsync("loop", [("programs", 1000), ("workers", 16), ("warmup", 0), ("steps", Ours), ("ledger", "sqlite")], cancellation, watchMemory: true)
            : peer.RunAsync("run", [("programs", 1000), ("workers", 16), ("iterations", Theirs)], cancellation, watchMemory: true));
        var table = new Table("16 workers, 1,000 programs. Memory: the most that the main process held, and its workers beside it, pages they share counted once.",
            ["engine", "evaluations", "peak MB", "CPU µs/evaluation"]);
        table.Add("Cambrian, every step in its database", $"{Ours:N0}", runs[0].Of("peak_megabytes"), runs[0].Of("cpu_us"));
        table.Add("OpenEvolve", $"{Theirs:N0}", runs[1].Of("peak_megabytes"), runs[1].Of("cpu_us"));
        table.Add("OpenEvolve ÷ Cambrian", "", runs[1].Of("peak_megabytes").RatioTo(runs[0].Of("peak_megabytes")), runs[1].Of("cpu_us").RatioTo(runs[0].Of("cpu_us")));
        table.Add(Published, "16,000", "83 (64 after fixes)", "60.5");
        report.Add(table);
        report.AtMost(64, "peak MB at 16 workers, every step in the database", runs[0].Of("peak_megabytes").Median);
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
