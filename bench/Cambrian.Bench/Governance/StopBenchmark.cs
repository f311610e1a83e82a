using System.Diagnostics;
using Cambrian.Bench.Measuring;

namespace Cambrian.Bench.Governance;

/// <summary>How long after a kill file appears a run has ended, with everything it started: its program sleeps for an hour.</summary>
public sealed class StopBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "stop";

    /// <inheritdoc/>
    public string Purpose => "from a kill file to the end of a run whose program sleeps for ever";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var repeats = arguments.Number("repeats", 10);
        arguments.RequireAllKnown();

        var times = new List<double>();
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            times.Add(await StopAsync(cancellation));
        }

        var sample = new Sample([.. times]);
        var report = new Report("Kill file");
        report.Note("Wall time from the moment the file STOP is written into the run's folder until the process of the run has ended; its sandboxes end before it does. Median (least–greatest).");
        var table = new Table("ms", ["runs", "from file to end"]);
        table.Add($"{repeats}", sample);
        report.Add(table);
        report.AtMost(1_000, "ms from kill file to end, the slowest", times.Max());
        return report;
    }

    private static async Task<double> StopAsync(CancellationToken cancellation)
    {
        using var scratch = new ScratchFolder();
        var problem = scratch.File("asleep");
        Directory.CreateDirectory(Path.Combine(problem, "seed"));
        await File.WriteAllTextAsync(Path.Combine(problem, "problem.json"), """{ "title": "sleeps", "direction": "maximise", "evaluator": { "run": ["sleep", "3600"], "timeLimit": 3600 } }""", cancellation);
        await File.WriteAllTextAsync(Path.Combine(problem, "seed", "program.txt"), "1", cancellation);
        var run = scratch.File("run");
        var program = Path.Combine(AppContext.BaseDirectory, "cambrian.dll");
        var command = new ProcessStartInfo("dotnet", [program, "run", problem, "--out", run, "--time", "1h"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(command)!; // only null when a shell hands it on
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        // Long enough that the program sleeps; what is measured begins after it.
        await Task.Delay(TimeSpan.FromSeconds(4), cancellation);
        var start = Stopwatch.GetTimestamp();
        await File.WriteAllTextAsync(Path.Combine(run, "STOP"), "", cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 130 ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : throw new InvalidOperationException($"The run ended with exit code {process.ExitCode}, not because of the kill file.");
    }
}
