using System.Collections.Concurrent;
using Cambrian.Commands;
using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Mcp;

/// <summary>The runs that a server has under way, by the names that clients know them by: their folders.</summary>
internal sealed class ActiveRuns(Host host) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ActiveRun> _runs = new(StringComparer.Ordinal);

    /// <summary>Sets a session going and waits for its seed.</summary>
    /// <param name="open">Makes the session, fresh or reopened.</param>
    /// <param name="budget">When it stops by itself.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The run's name.</returns>
    public async Task<string> StartAsync(Func<Task<RunSession>> open, Budget budget, CancellationToken cancellation)
    {
        var session = await open().ConfigureAwait(false);
        var run = new ActiveRun(session, budget);
        try
        {
            await run.SettleAsync(cancellation).ConfigureAwait(false);
        }
        catch
        {
            session.Forget();
            await run.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        var name = host.Relative(session.RunPath);
        _runs[name] = run;
        return name;
    }

    /// <summary>A run under way.</summary>
    /// <exception cref="RunException">There is none of that name.</exception>
    public ActiveRun Get(string name) => _runs.TryGetValue(name, out var run)
        ? run
        : throw new RunException($"No run '{name}' is under way here; expected {(_runs.IsEmpty ? "one that start_run or resume_run set going" : $"one of {string.Join(", ", _runs.Keys)}")}.");

    /// <summary>Takes a run off the list, to be ended.</summary>
    /// <exception cref="RunException">There is none of that name.</exception>
    public ActiveRun Take(string name) => _runs.TryRemove(name, out var run) ? run : Get(name);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var run in _runs.Values)
        {
            await run.DisposeAsync().ConfigureAwait(false);
        }
    }
}
