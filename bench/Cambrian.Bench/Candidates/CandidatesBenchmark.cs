using Cambrian.Bench.Measuring;

namespace Cambrian.Bench.Candidates;

/// <summary>How many C# candidates are made ready and scored in a second: each compiled, many compiled together, or as expressions.</summary>
public sealed class CandidatesBenchmark : IBenchmark
{
    private const double MicrosecondsOfTwoCores = 2e6;

    /// <inheritdoc/>
    public string Name => "candidates";

    /// <inheritdoc/>
    public string Purpose => "C# candidates compiled and scored per second: one by one, in batches, as IL, bytecode and columns; in this process and in the sandbox";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var repeats = arguments.Number("repeats", 3);
        var points = arguments.Numbers("points", 100, 400, 3_000, 30_000);
        arguments.RequireAllKnown();

        var report = new Report("C# candidates per second");
        report.Note($"Random rules of 15 to 45 nodes with two inputs, all different. Median (least–greatest) of {repeats} fresh processes, taken in turn over the rows, each after as many candidates to warm up. "
            + "'Per second' is 2 ÷ CPU seconds per candidate: what two free cores give.");
        await EnginesAsync(report, repeats, cancellation);
        report.Add(await PointsAsync(points, repeats, cancellation));
        await SandboxedAsync(report, repeats, cancellation);
        return report;
    }

    private static async Task EnginesAsync(Report report, int repeats, CancellationToken cancellation)
    {
        var runs = await InTurn.RunAsync(EnginesProbe.Engines, repeats, engine => Probes.RunAsync("engines", [("engine", engine)], cancellation));
        var table = new Table("In this process: made ready and run on 400 points.", ["engine", "CPU µs/candidate", "per second", "× one by one", "allocated kB"]);
        foreach (var (engine, run) in EnginesProbe.Engines.Zip(runs))
        {
            RequireSameAnswers(runs[0], run, engine);
            var cpu = run.Of("us");
            table.Add(engine, cpu, MicrosecondsOfTwoCores / cpu.Median, runs[0].Of("us").RatioTo(cpu), run.Of("bytes").Median / 1000);
        }

        report.Add(table);
        report.AtLeast(150, "candidates per second on two cores, compiled one by one", MicrosecondsOfTwoCores / runs[0].Of("us").Median);
        report.AtLeast(700, "the same, compiled in batches", MicrosecondsOfTwoCores / runs.Skip(1).Take(2).Min(run => run.Of("us").Median));
        report.AtLeast(4_000, "the same, as IL", MicrosecondsOfTwoCores / runs[3].Of("us").Median);
    }

    // An engine that is fast and wrong is no engine.
    private static void RequireSameAnswers(InTurn reference, InTurn run, string engine)
    {
        if (!run.Of("above_half").Values.SequenceEqual(reference.Of("above_half").Values))
        {
            throw new InvalidOperationException($"'{engine}' gives other values than the compiler on the same rules: {run.Of("above_half")} and not {reference.Of("above_half")} above one half.");
        }
    }

    private static async Task<Table> PointsAsync(IReadOnlyList<int> points, int repeats, CancellationToken cancellation)
    {
        string[] engines = ["IL", "bytecode", "columns"];
        var rows = points.SelectMany(count => engines.Select(engine => (count, engine))).ToList();
        var runs = await InTurn.RunAsync(rows, repeats, row => Probes.RunAsync("engines", [("engine", row.engine), ("points", row.count), ("candidates", row.count > 10_000 ? 200 : 640)], cancellation));
        var table = new Table("Expressions by number of points: CPU µs per candidate, in square brackets the ratio to IL.", ["points", .. engines]);
        for (var row = 0; row < points.Count; row++)
        {
            var il = runs[row * engines.Length].Of("us");
            table.Add([$"{points[row]:N0}", .. engines.Select((_, column) => runs[(row * engines.Length) + column].Of("us")).Select(us => $"{us} [{Table.Number(us.RatioTo(il))}]")]);
        }

        return table;
    }

    private static async Task SandboxedAsync(Report report, int repeats, CancellationToken cancellation)
    {
        (string Tier, int Parallel)[] rows = [("compiled", 1), ("kernel", 1), ("compiled", 2), ("kernel", 2)];
        var runs = await InTurn.RunAsync(rows, repeats, row => Probes.RunAsync("evaluator", [("tier", row.Tier), ("parallel", row.Parallel)], cancellation));
        var table = new Table("As in a run: in a sandboxed worker, scored by a judge in another one (8 cases of 50 points). 'Seen' is what this machine gave beside its other work.",
            ["", "host CPU µs", "workers' CPU µs", "per second", "seen per second", "× compiled"]);
        for (var row = 0; row < rows.Length; row++)
        {
            var (host, workers) = (runs[row].Of("host_us"), runs[row].Of("workers_us"));
            var total = Total(runs[row]);
            table.Add($"{rows[row].Tier}, {rows[row].Parallel} at a time", host, workers, MicrosecondsOfTwoCores / total.Median, runs[row].Of("per_second"), Total(runs[row / 2 * 2]).RatioTo(total));
        }

        report.Add(table);
        report.AtLeast(150, "in the sandbox, compiled one by one", MicrosecondsOfTwoCores / Total(runs[2]).Median);
        report.AtLeast(4_000, "in the sandbox, as kernels", MicrosecondsOfTwoCores / Total(runs[3]).Median);
    }

    private static Sample Total(InTurn run) => new([.. run.Of("host_us").Values.Zip(run.Of("workers_us").Values, (host, workers) => host + workers)]);
}
