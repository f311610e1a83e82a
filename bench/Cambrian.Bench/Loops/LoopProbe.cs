using Cambrian.Bench.Measuring;
using Cambrian.Core;
using Cambrian.Core.Archives;
using Cambrian.Core.Ledgers;
using Cambrian.Store;

namespace Cambrian.Bench.Loops;

/// <summary>Runs the loop with a proposer and an evaluator that do nothing, around an archive that is already full.</summary>
public sealed class LoopProbe : IProbe
{
    /// <inheritdoc/>
    public string Name => "loop";

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, double>> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var programs = arguments.Number("programs", 1000);
        var workers = arguments.Number("workers", 1);
        var steps = arguments.Number("steps", 20_000);
        var warmup = arguments.Number("warmup", 30_000);
        var durable = arguments.Text("ledger") == "sqlite";
        arguments.RequireAllKnown();

        using var scratch = new ScratchFolder();
        using var database = durable ? RunDatabase.Create(scratch.File("run.db"), new RunDescription { Problem = "null" }) : null;

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var archive = Filled(programs);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        var loop = new Loop(NullStrategy.Problem, NullStrategy.Of(archive, workers), database ?? (ILedger)new MemoryLedger(), TimeProvider.System);
        await using var turns = loop.RunAsync(new Budget(), cancellation).GetAsyncEnumerator(cancellation);
        await TakeAsync(turns, warmup);
        var meter = await Meter.OfAsync(() => TakeAsync(turns, steps));
        return new Dictionary<string, double>
        {
            ["cpu_us"] = meter.Cpu.TotalMicroseconds / steps,
            ["wall_us"] = meter.Wall.TotalMicroseconds / steps,
            ["bytes"] = (double)meter.Bytes / steps,
            ["bytes_per_program"] = (double)held / programs,
            ["peak_rss"] = Machine.PeakMegabytes(),
        };
    }

    private static PopulationArchive Filled(int programs)
    {
        var archive = new PopulationArchive(programs, tournament: 4);
        for (var index = 0; index < programs; index++)
        {
            // Beyond the numbers of the steps and seeds that the loop will draw.
            var artifact = NullProposer.ProgramOf((1L << 40) + index);
            archive.Add(new Candidate(int.MaxValue - index, artifact, Evaluation.Of(NullEvaluator.ScoreOf(artifact)), [0]));
        }

        return archive;
    }

    private static async Task TakeAsync(IAsyncEnumerator<Step> turns, int count)
    {
        for (var taken = 0; taken < count; taken++)
        {
            await turns.MoveNextAsync();
        }
    }
}
