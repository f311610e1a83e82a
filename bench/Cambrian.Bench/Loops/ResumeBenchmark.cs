using System.Globalization;
using Cambrian.Bench.Measuring;

namespace Cambrian.Bench.Loops;

/// <summary>How long it takes to go on with a long run, and what the database costs while it is made.</summary>
public sealed class ResumeBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "resume";

    /// <inheritdoc/>
    public string Purpose => "resume of ledgers of 10⁴ to 10⁶ steps; size and cost of the database";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var sizes = arguments.Numbers("steps", 10_000, 100_000, 1_000_000);
        var repeats = arguments.Number("repeats", 3);
        arguments.RequireAllKnown();

        var report = new Report("Resuming a run");
        report.Note($"A run of no-op steps, each with a new 20-line program, is made once in an SQLite database; then it is opened, its archive rebuilt and one more step made, in {repeats} fresh processes each, "
            + "in turn over the sizes; median (least–greatest).");
        using var scratch = new ScratchFolder();
        List<IReadOnlyDictionary<string, double>> made = [];
        foreach (var size in sizes)
        {
            made.Add(await ProbeAsync(scratch, size, cancellation));
        }

        var runs = await InTurn.RunAsync(sizes, repeats, size => ProbeAsync(scratch, size, cancellation));
        var table = new Table("Seconds to go on, against making the run.", ["steps", "CPU s", "wall s", "CPU µs/step", "growth", "making ÷ resuming, CPU", "peak MB", "file B/step"]);
        for (var row = 0; row < sizes.Count; row++)
        {
            var cpu = runs[row].Of("cpu_s");
            table.Add($"{sizes[row]:N0}", cpu, runs[row].Of("wall_s"), 1e6 * cpu.Median / sizes[row], cpu.RatioTo(runs[0].Of("cpu_s")) * sizes[0] / sizes[row],
                made[row]["cpu_s"] / cpu.Median, runs[row].Of("peak_rss").Median, made[row]["file_bytes"] / sizes[row]);
        }

        report.Add(table);
        report.AtMost(10, $"seconds (wall) to resume {sizes[^1]:N0} steps", runs[^1].Of("wall_s").Median);
        return report;
    }

    private static Task<IReadOnlyDictionary<string, double>> ProbeAsync(ScratchFolder scratch, int steps, CancellationToken cancellation) =>
        Probes.RunAsync("resume", [("path", scratch.File(steps.ToString(CultureInfo.InvariantCulture) + ".db")), ("steps", steps)], cancellation);
}
