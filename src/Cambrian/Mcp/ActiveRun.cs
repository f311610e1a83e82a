using System.Collections.Concurrent;
using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Mcp;

/// <summary>A run that goes on in the background while a client looks at it and hands programs in.</summary>
internal sealed class ActiveRun : IAsyncDisposable
{
    // More than anybody wants to be shown; the rest is in the ledger.
    private const int Shortlisted = 200;
    private const int Competitors = 4;

    private readonly RunSession _session;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Step>> _waiting = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly SortedSet<Candidate> _shortlist = new(Comparer<Candidate>.Create((a, b) => a.Step == b.Step ? 0 : a.Beats(b) ? -1 : 1));
    private readonly Task _running;
    private int _drawn;

    /// <summary>Sets a session going.</summary>
    /// <param name="session">Taken over.</param>
    /// <param name="budget">When it stops by itself.</param>
    public ActiveRun(RunSession session, Budget budget)
    {
        _session = session;
        _running = Task.Run(() => FollowAsync(budget));
    }

    /// <summary>The session.</summary>
    public RunSession Session => _session;

    /// <summary>Steps so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Whether it still goes on.</summary>
    public bool IsUnderWay => !_running.IsCompleted;

    /// <summary>The best by training score; null before the seed is measured.</summary>
    public Candidate? Best
    {
        get
        {
            lock (_lock)
            {
                return _shortlist.Min;
            }
        }
    }

    /// <summary>Waits until the seed is measured.</summary>
    /// <exception cref="InvalidOperationException">The seed, or the evaluator, does not work.</exception>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        while (Best is null && IsUnderWay)
        {
            await Task.Delay(20, cancellation).ConfigureAwait(false);
        }

        if (Best is null)
        {
            await _running.ConfigureAwait(false);
        }
    }

    /// <summary>Draws a parent, the best of four of the shortlist, and others to take ideas from: the best and two at random.</summary>
    public (Candidate Parent, IReadOnlyList<Candidate> Inspirations) Draw()
    {
        Candidate[] known;
        lock (_lock)
        {
            known = [.. _shortlist];
        }

        var random = Randomness.From(Randomness.Derive(_session.Options.Seed, Interlocked.Increment(ref _drawn), 3));
        var parent = known[Enumerable.Range(0, Competitors).Min(_ => random.Next(known.Length))];
        Candidate[] others = [known[0], known[random.Next(known.Length)], known[random.Next(known.Length)]];
        Candidate[] inspirations = [.. others.DistinctBy(other => other.Step).Where(other => other.Step != parent.Step)];
        foreach (var shown in inspirations.Prepend(parent))
        {
            _session.Inbox.Show(shown);
        }

        return (parent, inspirations);
    }

    /// <summary>A candidate of the shortlist by its step; null when there is none.</summary>
    public Candidate? Find(int step)
    {
        lock (_lock)
        {
            return _shortlist.FirstOrDefault(candidate => candidate.Step == step);
        }
    }

    /// <summary>Hands a program in and waits until it was measured.</summary>
    /// <exception cref="RunException">The run ended before.</exception>
    public async Task<Step> MeasureAsync(string origin, Artifact program, IReadOnlyList<int> parents, CancellationToken cancellation)
    {
        var waiter = _waiting.GetOrAdd(program.Id, _ => new TaskCompletionSource<Step>(TaskCreationOptions.RunContinuationsAsynchronously));
        _session.Inbox.Add(origin, program, parents);
        await Task.WhenAny(waiter.Task, _running).WaitAsync(cancellation).ConfigureAwait(false);
        return waiter.Task.IsCompletedSuccessfully
            ? await waiter.Task.ConfigureAwait(false)
            : throw new RunException($"The run ended before the program was measured; it waits in the run's inbox and is measured when the run goes on.");
    }

    /// <summary>Stops, and picks the winner on the validation cases.</summary>
    public async Task<RunResult?> FinishAsync(CancellationToken cancellation)
    {
        await StopAsync().ConfigureAwait(false);
        return Best is null ? null : await _session.FinishAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        await _session.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task FollowAsync(Budget budget)
    {
        await foreach (var step in _session.RunAsync(budget, _stop.Token).ConfigureAwait(false))
        {
            Steps = step.Number + 1;
            if (step.Contender is { } candidate)
            {
                Note(candidate);
            }

            if (step.Child is { } child && _waiting.TryRemove(child.Id, out var waiter))
            {
                waiter.SetResult(step);
            }
        }
    }

    private void Note(Candidate candidate)
    {
        lock (_lock)
        {
            _shortlist.Add(candidate);
            if (_shortlist.Count > Shortlisted)
            {
                _shortlist.Remove(_shortlist.Max!);
            }
        }
    }
}
