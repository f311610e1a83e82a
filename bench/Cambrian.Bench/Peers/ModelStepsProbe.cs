extern alias program;

using System.Diagnostics;
using Cambrian.Bench.Measuring;
using Cambrian.Core;
using Cambrian.Core.Gates;
using Cambrian.Models.Configuration;
using program::Cambrian.Runs;
using Catalog = program::Cambrian.Catalog;
using ProblemFolder = Cambrian.Algorithms.Folders.ProblemFolder;

namespace Cambrian.Bench.Peers;

/// <summary>
/// What a run whose model answers at once spends on each step: with its clients, prompts, records, archive and ledger as they are in a run,
/// around an evaluator in this process; or the whole run, with the program measured by Python in the sandbox.
/// </summary>
public sealed class ModelStepsProbe : IProbe
{
    /// <inheritdoc/>
    public string Name => "model-steps";

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, double>> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var endpoint = arguments.Text("endpoint") ?? throw new ArgumentException("No --endpoint was given.", nameof(arguments));
        var (first, last) = (arguments.Number("from", 100), arguments.Number("to", 400));
        var sandboxed = arguments.Text("evaluator") == "sandbox";
        arguments.RequireAllKnown();

        using var scratch = new ScratchFolder();
        var folder = await FolderAsync(scratch, cancellation);
        var options = new RunOptions { Strategy = "models-only", Models = Roster(endpoint), Out = scratch.File("run"), Parallel = 2 * Environment.ProcessorCount };
        return sandboxed ? await WholeAsync(folder, options, (first, last), cancellation) : await EngineAsync(folder, options, (first, last), cancellation);
    }

    private static async Task<ProblemFolder> FolderAsync(ScratchFolder scratch, CancellationToken cancellation)
    {
        var path = Directory.CreateDirectory(scratch.File("problem")).FullName;
        await File.WriteAllTextAsync(Path.Combine(path, "initial_program.py"), AnswerEvaluator.Seed, cancellation);
        await File.WriteAllTextAsync(Path.Combine(path, "evaluator.py"), AnswerEvaluator.InPython, cancellation);
        return ProblemFolder.Load(path);
    }

    private static ModelRoster Roster(string endpoint) =>
        ModelRoster.Of(new ModelsFile { Models = [new ModelSection { Provider = Provider.Compatible, Model = "stub", Endpoint = endpoint, MaxTokens = 4096 }] }, PriceTable.Shipped(), "the stub");

    private static async Task<IReadOnlyDictionary<string, double>> EngineAsync(ProblemFolder folder, RunOptions options, (int First, int Last) span, CancellationToken cancellation)
    {
        using var record = RunRecord.Create(folder, options, TimeProvider.System);
        await using var team = ModelTeam.Of(record, options, TimeProvider.System) ?? throw new InvalidOperationException("The run has no models.");
        var search = Catalog.Strategy(options.Strategy, new SearchInput(folder, [], null) { Models = team.Arms });
        var strategy = new Strategy
        {
            Evaluator = new AnswerEvaluator(),
            Proposer = search.Proposer,
            Archive = search.Archive,
            Selector = search.Selector,
            Gate = new ValidGate(),
            Seed = options.Seed,
            Window = options.Window,
            Parallel = options.Window,
        };
        var steps = new Loop(folder.Problem, strategy, record.Database, TimeProvider.System).RunAsync(new Budget { Steps = span.Last + 1 }, cancellation);
        return await MarkedAsync(steps, span, () => Environment.CpuUsage.TotalTime);
    }

    private static async Task<IReadOnlyDictionary<string, double>> WholeAsync(ProblemFolder folder, RunOptions options, (int First, int Last) span, CancellationToken cancellation)
    {
        await using var session = await RunSession.CreateAsync(folder, options, TimeProvider.System, cancellation);
        return await MarkedAsync(session.RunAsync(new Budget { Steps = span.Last + 1 }, cancellation), span, () => Environment.CpuUsage.TotalTime + session.SandboxCpu);
    }

    // Whatever is spent between two steps counts, all threads and garbage collection included.
    private static async Task<IReadOnlyDictionary<string, double>> MarkedAsync(IAsyncEnumerable<Step> steps, (int First, int Last) span, Func<TimeSpan> spent)
    {
        var (cpu, start, end, wall, scored) = (TimeSpan.Zero, 0L, TimeSpan.Zero, TimeSpan.Zero, 0);
        await foreach (var step in steps)
        {
            scored += step.Evaluation is { Outcome: Outcome.Valid } ? 1 : 0;
            (cpu, start) = step.Number == span.First ? (spent(), Stopwatch.GetTimestamp()) : (cpu, start);
            (end, wall) = step.Number == span.Last ? (spent(), Stopwatch.GetElapsedTime(start)) : (end, wall);
        }

        return new Dictionary<string, double>
        {
            ["cpu_us"] = (end - cpu).TotalMicroseconds / (span.Last - span.First),
            ["wall_us"] = wall.TotalMicroseconds / (span.Last - span.First),
            ["scored"] = (double)scored / (span.Last + 1),
            ["own_mb"] = Machine.PeakMegabytes(),
        };
    }
}
