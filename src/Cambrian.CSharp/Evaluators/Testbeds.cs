using Cambrian.Sandbox;
using Cambrian.Sandbox.Workers;
using Cambrian.Worker;

namespace Cambrian.CSharp.Evaluators;

/// <summary>
/// Warm runners and judges of one evaluator and split, each in a sandbox of its own: runners load candidates and have no data
/// folder, judges have the data folder and never load a candidate.
/// </summary>
internal sealed class Testbeds : IAsyncDisposable
{
    /// <summary>For what is the evaluator's own work: starting, making cases, scoring.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string DataFolder = "/data";
    private readonly WorkerPool _judges;
    private readonly WorkerPool _runners;

    private Testbeds(WorkerPool judges, WorkerPool runners, List<byte[]> cases) => (_judges, _runners, Cases, First) = (judges, runners, cases.Count, cases.FirstOrDefault());

    /// <summary>Number of cases of the split.</summary>
    public int Cases { get; }

    /// <summary>The first case as it travels; empty where there is none.</summary>
    public ReadOnlyMemory<byte> First { get; }

    /// <summary>Starts the workers.</summary>
    /// <exception cref="EvaluatorException">The evaluator does not load, or cannot make its cases.</exception>
    public static async Task<Testbeds> OpenAsync(CSharpEvaluatorOptions options, SandboxRunner sandbox, CancellationToken cancellation)
    {
        var judges = await StartAsync(sandbox, options, options.DataFolder, Question.Compose(Message.OpenJudge, frame =>
        {
            frame.Write(options.EvaluatorImage);
            frame.Write((byte)options.Split);
            frame.Write(options.DataFolder is null ? "" : DataFolder);
        }), cancellation).ConfigureAwait(false);
        try
        {
            var cases = await CasesAsync(judges, cancellation).ConfigureAwait(false);
            var runners = await StartRunnersAsync(sandbox, options, cases, cancellation).ConfigureAwait(false);
            return new Testbeds(judges, runners, cases);
        }
        catch
        {
            await judges.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Starts runners that know an evaluator and some cases.</summary>
    public static Task<WorkerPool> StartRunnersAsync(SandboxRunner sandbox, CSharpEvaluatorOptions options, IReadOnlyList<byte[]> cases, CancellationToken cancellation) =>
        StartAsync(sandbox, options, dataFolder: null, Question.Compose(Message.OpenRunner, frame =>
        {
            frame.Write(options.EvaluatorImage);
            frame.WriteAll(cases);
        }), cancellation);

    /// <summary>A runner and a judge for one evaluation.</summary>
    public async Task<Testbed> LeaseAsync(CancellationToken cancellation)
    {
        var runner = await _runners.LeaseAsync(cancellation).ConfigureAwait(false);
        try
        {
            return new Testbed(runner, await _judges.LeaseAsync(cancellation).ConfigureAwait(false));
        }
        catch
        {
            await runner.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _runners.DisposeAsync().ConfigureAwait(false);
        await _judges.DisposeAsync().ConfigureAwait(false);
    }

    private static Task<WorkerPool> StartAsync(
        SandboxRunner sandbox, CSharpEvaluatorOptions options, string? dataFolder, ReadOnlyMemory<byte> opening, CancellationToken cancellation)
    {
        var command = DotnetWorker.Command(
            Path.Combine(AppContext.BaseDirectory, "Cambrian.Worker.dll"),
            new SandboxLimits { MemoryBytes = options.Memory, Processes = 64 });
        return WorkerPool.StartAsync(
            sandbox,
            command with { ReadOnly = [.. command.ReadOnly, .. dataFolder is null ? [] : new[] { new Mount(dataFolder, DataFolder) }] },
            new WorkerPoolOptions { Workers = options.Parallel, WarmUp = opening, MaxFrameBytes = 256 << 20, RequestsPerWorker = options.RequestsPerRunner, StartDeadline = Patience },
            cancellation);
    }

    private static async Task<List<byte[]>> CasesAsync(WorkerPool judges, CancellationToken cancellation)
    {
        var judge = await judges.LeaseAsync(cancellation).ConfigureAwait(false);
        await using var disposal = judge.ConfigureAwait(false);
        try
        {
            return (await judge.AskAsync(Message.Cases, _ => { }, Patience, cancellation).ConfigureAwait(false)).ReadAll();
        }
        catch (WorkerException broken)
        {
            throw new EvaluatorException($"The evaluator cannot be used. {broken.Message}", broken);
        }
    }
}
