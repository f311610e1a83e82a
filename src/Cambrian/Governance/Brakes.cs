namespace Cambrian.Governance;

/// <summary>
/// Stops a run when a kill file appears or its mandate ends. Looked for ten times a second, so that everything is stopped within one:
/// the token cancels the loop, which starts nothing more and whose sandboxes are killed.
/// </summary>
internal sealed class Brakes : IAsyncDisposable
{
    /// <summary>Name of the kill file in a run's folder, or in the one around it: for all runs there, those of a study for instance.</summary>
    public const string FileName = "STOP";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private readonly string _run;
    private readonly string[] _files;
    private readonly DateTimeOffset? _ends;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _over = new();
    private readonly Task _watch;

    /// <summary>Brakes that are ready at once.</summary>
    /// <param name="run">The run's folder.</param>
    /// <param name="mandate">Its mandate; null when it has none.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="MandateException">A kill file is there already.</exception>
    public Brakes(string run, Mandate? mandate, TimeProvider time)
    {
        string?[] files = [Path.Combine(run, FileName), Path.GetFullPath(Path.Combine(run, "..", FileName)), mandate?.Stop];
        (_run, _files, _ends, _time) = (run, [.. files.OfType<string>()], mandate?.Ends, time);
        if (Look() is { } halt)
        {
            throw new MandateException($"{halt.Reason} {halt.Advice}");
        }

        _watch = WatchAsync();
    }

    /// <summary>Why the run was stopped; null while it was not.</summary>
    public Halt? Halt { get; private set; }

    /// <summary>Cancelled by the brakes or by a caller.</summary>
    public CancellationTokenSource Link(CancellationToken cancellation) => CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stop.Token);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync().ConfigureAwait(false);
        await _watch.ConfigureAwait(false);
        _over.Dispose();
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Interval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_over.Token).ConfigureAwait(false))
            {
                if (Look() is { } halt)
                {
                    Halt = halt;
                    await _stop.CancelAsync().ConfigureAwait(false);
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private Halt? Look() => Array.Find(_files, File.Exists) is { } file
        ? new Halt($"The file {file} stops this run.", $"Remove it, then go on with 'cambrian resume {_run}'.")
        : _time.GetUtcNow() >= _ends
            ? new Halt($"The mandate ended at {_ends:u}.", "A new run under a mandate that goes on, or without one, starts from the program that 'cambrian best' prints.")
            : null;
}
