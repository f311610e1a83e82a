using System.Diagnostics;
using System.Text.Json;
using Cambrian.Core;
using Cambrian.Sandbox.Workers;

namespace Cambrian.Sandbox.Python;

/// <summary>
/// Warm Python processes that have imported an evaluator and fork for each program. They start with the first one, and serve
/// any number of evaluators.
/// </summary>
/// <param name="runner">Where they run; must outlive this.</param>
/// <param name="options">The evaluator.</param>
public sealed class PythonWorkers(SandboxRunner runner, PythonEvaluatorOptions options) : IAsyncDisposable
{
    private const int ProgramsPerWorker = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Evaluators set limits for the slowest program that anybody may write; a search would wait for every endless loop that long.
    private const int TimesReference = 10;
    private static readonly TimeSpan LeastLimit = TimeSpan.FromSeconds(20);

    // The worker itself ends a program at its deadline; this much later the host ends the worker.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Task<PythonNeeds>? _needs;
    private Task<WorkerPool>? _pool;
    private Task<TimeSpan>? _usual;
    private volatile bool _haveWorked;

    /// <summary>How programs are contained, for the ledger: the score is worked out beside the program, which could claim one.</summary>
    public string Isolation => $"{runner.Isolation}, scored in the candidate's process";

    /// <summary>Whether a program was ever measured: from then on, what does not work is a program's doing.</summary>
    internal bool HaveWorked
    {
        get => _haveWorked;
        set => _haveWorked = value;
    }

    /// <summary>Which Python is used and what it lacks.</summary>
    /// <exception cref="InvalidOperationException">There is no Python.</exception>
    public Task<PythonNeeds> NeedsAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            // Serves all callers, so no single caller's cancellation may end it.
            return (_needs ??= PythonNeeds.FindAsync(runner, options, CancellationToken.None)).WaitAsync(cancellation);
        }
    }

    /// <summary>Has a program measured.</summary>
    /// <param name="program">Its files; the first is the one that is handed to the evaluator.</param>
    /// <param name="seed">Where the chance of its process comes from.</param>
    /// <param name="cancellation">Kills it and throws.</param>
    /// <exception cref="InvalidOperationException">The evaluator does not work, whatever the program.</exception>
    internal async Task<WorkerReply> AskAsync(Artifact program, int seed, CancellationToken cancellation)
    {
        if (options.Reference is not { } reference || options.TimeLimit <= LeastLimit)
        {
            return (await AskAsync(program, seed, options.TimeLimit, cancellation).ConfigureAwait(false)).Reply;
        }

        if (!program.Equals(reference))
        {
            var usual = await UsualAsync(reference).WaitAsync(cancellation).ConfigureAwait(false);
            return (await AskAsync(program, seed, Limit(usual), cancellation).ConfigureAwait(false)).Reply;
        }

        var (reply, time) = await AskAsync(program, seed, options.TimeLimit, cancellation).ConfigureAwait(false);
        lock (_lock)
        {
            _usual ??= Task.FromResult(time);
        }

        return reply;
    }

    // A run that is resumed does not measure its seed again; then it is done here.
    private Task<TimeSpan> UsualAsync(Artifact reference)
    {
        lock (_lock)
        {
            return _usual ??= MeasureAsync();
        }

        async Task<TimeSpan> MeasureAsync() => (await AskAsync(reference, seed: 0, options.TimeLimit, CancellationToken.None).ConfigureAwait(false)).Time;
    }

    private TimeSpan Limit(TimeSpan usual)
    {
        var limit = TimesReference * usual > LeastLimit ? TimesReference * usual : LeastLimit;
        return limit < options.TimeLimit ? limit : options.TimeLimit;
    }

    private async Task<(WorkerReply Reply, TimeSpan Time)> AskAsync(Artifact program, int seed, TimeSpan limit, CancellationToken cancellation)
    {
        var pool = await OpenAsync().WaitAsync(cancellation).ConfigureAwait(false);
        var lease = await pool.LeaseAsync(cancellation).ConfigureAwait(false);
        await using var giveBack = lease.ConfigureAwait(false);
        var start = Stopwatch.GetTimestamp();
        var request = JsonSerializer.SerializeToUtf8Bytes(new { files = Files(program), main = Main(program), seed, seconds = limit.TotalSeconds });
        var reply = await lease.AskAsync(request, (limit * options.Stages) + Grace, cancellation).ConfigureAwait(false);
        return (reply, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Ends all workers.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_pool is { } opening)
        {
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (opening.IsCompletedSuccessfully)
            {
                await (await opening.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private Task<WorkerPool> OpenAsync()
    {
        lock (_lock)
        {
            return _pool ??= StartAsync();
        }
    }

    private async Task<WorkerPool> StartAsync()
    {
        var needs = await NeedsAsync(CancellationToken.None).ConfigureAwait(false);
        if (!needs.Suffices)
        {
            throw new InvalidOperationException($"The evaluator {needs.Sentence}.");
        }

        return await WorkerPool.StartAsync(
            runner,
            PythonCommand.Forking(options, needs),
            new WorkerPoolOptions { Workers = options.Parallel, RequestsPerWorker = ProgramsPerWorker, WarmUp = ReadOnlyMemory<byte>.Empty, StartDeadline = Patience },
            CancellationToken.None).ConfigureAwait(false);
    }

    // A name that no module has: evaluators import the program by it.
    private static string Main(Artifact program) => "evolved_program" + Path.GetExtension(program.Files.Keys.First());

    private static Dictionary<string, string> Files(Artifact program)
    {
        var main = program.Files.Keys.First();
        return program.Files.ToDictionary(file => file.Key == main ? Main(program) : file.Key, file => file.Value, StringComparer.Ordinal);
    }
}
