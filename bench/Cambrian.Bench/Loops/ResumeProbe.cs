using Cambrian.Bench.Measuring;
using Cambrian.Core;
using Cambrian.Core.Archives;
using Cambrian.Store;

namespace Cambrian.Bench.Loops;

/// <summary>Goes on with a run of many steps: opens the database, rebuilds the archive, makes a first new step. Makes the run when there is none.</summary>
public sealed class ResumeProbe : IProbe
{
    /// <inheritdoc/>
    public string Name => "resume";

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, double>> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var path = arguments.Text("path") ?? throw new ArgumentException("No --path was given; expected that of a run database.", nameof(arguments));
        var steps = arguments.Number("steps", 1_000_000);
        arguments.RequireAllKnown();

        var exists = File.Exists(path);
        RunDatabase? database = null;
        var meter = await Meter.OfAsync(async () =>
        {
            database = exists ? RunDatabase.Open(path) : RunDatabase.Create(path, new RunDescription { Problem = "null" });
            await RunAsync(database, exists ? database.Count + 1 : steps, cancellation);
        });
        database!.Dispose();
        return new Dictionary<string, double>
        {
            ["cpu_s"] = meter.Cpu.TotalSeconds,
            ["wall_s"] = meter.Wall.TotalSeconds,
            ["peak_rss"] = Machine.PeakMegabytes(),
            ["file_bytes"] = new FileInfo(path).Length,
        };
    }

    private static async Task RunAsync(RunDatabase database, int steps, CancellationToken cancellation)
    {
        var loop = new Loop(NullStrategy.Problem, NullStrategy.Of(new PopulationArchive(1000, tournament: 4), workers: 2), database, TimeProvider.System);
        await foreach (var _ in loop.RunAsync(new Budget { Steps = steps }, cancellation))
        {
        }
    }
}
