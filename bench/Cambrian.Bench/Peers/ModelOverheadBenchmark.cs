using System.Globalization;
using System.Text.Json;
using Cambrian.Bench.Measuring;

namespace Cambrian.Bench.Peers;

/// <summary>What a step costs beside its model, in Cambrian, OpenEvolve and ShinkaEvolve, whose model is the same stub in this process.</summary>
public sealed class ModelOverheadBenchmark : IBenchmark
{
    private const string None = "–";

    /// <inheritdoc/>
    public string Name => "model-overhead";

    /// <inheritdoc/>
    public string Purpose => "processor time and memory of a step apart from its model, beside OpenEvolve and ShinkaEvolve (--openevolve PATH, --shinka PATH)";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        string Checkout(string option) => arguments.Text(option) ?? throw new ArgumentException($"No --{option} was given; expected the path of a checkout (see bench/README.md).", nameof(arguments));
        var peers = new Peers(Checkout("openevolve"), Checkout("shinka"), arguments.Text("python") ?? "/usr/bin/python3");
        var repeats = arguments.Number("repeats", 3);
        var spans = Spans(arguments.Text("spans") ?? "50-200,800-1000");
        var most = arguments.Number("most", 200);
        arguments.RequireAllKnown();

        await using var stub = new StubModel();
        var report = new Report("Steps with a model, beside the peers");
        report.Note($"Median (least–greatest) of {repeats} rounds; in each round all engines run one after the other, each in a fresh process, against the same server in the process of the benchmark. It answers each request at once with a whole program of four lines, in which only a number is new; "
            + "a step is one request and one evaluation, which reads that number. CPU time is that of all processes of an engine between two steps of a run, the model's not included; wall time includes the model. Memory: the most that the main process held, and its children beside it, pages they share counted once. "
            + "OpenEvolve and ShinkaEvolve run on their defaults, but for whole-file replies, and ShinkaEvolve without embeddings and meta-recommendations; the client libraries they import are replaced by ones that do less (bench/peers/clients), which flatters them. "
            + "'Cambrian, engine' is a run's clients, prompts, record of calls, archive and SQLite ledger around an evaluator in its own process, as OpenEvolve's is in its workers; 'Cambrian, whole run' has the evaluator in Python in forks within the sandbox. ShinkaEvolve starts a process for each evaluation. "
            + $"ShinkaEvolve is measured up to {most:N0} steps. Requests at a time: 8 in Cambrian, 1 in OpenEvolve, 6 in ShinkaEvolve.");
        foreach (var span in spans)
        {
            await SpanAsync(report, span, peers, (stub.Endpoint, repeats, most), cancellation);
        }

        report.Note(string.Create(CultureInfo.InvariantCulture, $"The server took {stub.MicrosecondsPerReply:0} µs for each reply, wall time."));
        return report;
    }

    private static List<(int First, int Last)> Spans(string text) =>
        [.. text.Split(',').Select(span => span.Split('-')).Select(ends => (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[1], CultureInfo.InvariantCulture)))];

    private static async Task SpanAsync(Report report, (int First, int Last) span, Peers peers, (string Endpoint, int Repeats, int Most) how, CancellationToken cancellation)
    {
        List<(string Name, Func<Task<IReadOnlyDictionary<string, double>>> Run)> rows =
        [
            ("Cambrian, engine", () => OwnAsync("inside", span, how.Endpoint, cancellation)),
            ("Cambrian, whole run", () => OwnAsync("sandbox", span, how.Endpoint, cancellation)),
            ("OpenEvolve", () => peers.RunAsync("openevolve", span, how.Endpoint, cancellation)),
        ];
        if (span.Last <= how.Most)
        {
            rows.Add(("ShinkaEvolve", () => peers.RunAsync("shinkaevolve", span, how.Endpoint, cancellation)));
        }

        var runs = await InTurn.RunAsync(rows, how.Repeats, row => row.Run());
        var table = new Table($"Steps {span.First:N0} to {span.Last:N0}.", ["engine", "CPU µs/step", "÷ engine", "÷ whole run", "wall µs/step", "peak MB"]);
        foreach (var ((name, _), run) in rows.Zip(runs))
        {
            var cpu = run.Of("cpu_us");
            table.Add(name, cpu, cpu.RatioTo(runs[0].Of("cpu_us")), name == rows[0].Name ? None : cpu.RatioTo(runs[1].Of("cpu_us")), run.Of("wall_us"), run.Of("peak_megabytes"));
        }

        report.Add(table);
        report.AtLeast(100, $"OpenEvolve's CPU ÷ engine's, steps {span.First:N0} to {span.Last:N0}", runs[2].Of("cpu_us").RatioTo(runs[0].Of("cpu_us")));
    }

    private static async Task<IReadOnlyDictionary<string, double>> OwnAsync(string evaluator, (int First, int Last) span, string endpoint, CancellationToken cancellation)
    {
        var numbers = await Probes.RunAsync("model-steps", [("endpoint", endpoint), ("from", span.First), ("to", span.Last), ("evaluator", evaluator)], cancellation, watchMemory: true);
        return numbers["scored"] > 0.99 ? numbers : throw new InvalidOperationException($"Only a share of {numbers["scored"]} of our steps scored a program.");
    }

    private sealed record Peers(string OpenEvolve, string ShinkaEvolve, string Python)
    {
        public async Task<IReadOnlyDictionary<string, double>> RunAsync(string engine, (int First, int Last) span, string endpoint, CancellationToken cancellation)
        {
            string[] words =
            [
                Repository.Find("bench/peers/model_steps.py"), engine, "--checkout", engine == "openevolve" ? OpenEvolve : ShinkaEvolve, "--endpoint", endpoint,
                "--from", $"{span.First}", "--to", $"{span.Last}",
            ];
            var child = await Child.RunAsync(Python, words, cancellation, watchMemory: true);
            var numbers = JsonSerializer.Deserialize<Dictionary<string, double>>(child.Required(engine).TrimEnd().Split('\n')[^1])!; // "null" is never printed
            numbers["peak_megabytes"] = child.PeakMegabytes;
            return numbers;
        }
    }
}
