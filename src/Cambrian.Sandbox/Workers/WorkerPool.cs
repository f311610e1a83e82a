using System.Threading.Channels;

namespace Cambrian.Sandbox.Workers;

/// <summary>
/// Warm workers of one kind, each in a sandbox of its own. Leases are granted in the order they were asked for. A worker that was
/// killed, retired or used up is replaced in the background, and spares stand by meanwhile. Safe to use from several threads.
/// </summary>
public sealed class WorkerPool : IAsyncDisposable
{
    private readonly SandboxRunner _runner;
    private readonly SandboxedCommand _command;
    private readonly WorkerPoolOptions _options;
    private readonly Channel<Worker> _ready = Channel.CreateUnbounded<Worker>();

#pragma warning disable CA2213 // Never disposed: a lease given back late must not fail, and without a wait handle there is nothing to free.
    private readonly SemaphoreSlim _seats;
#pragma warning restore CA2213
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _lock = new();
    private readonly HashSet<Worker> _workers = [];
    private readonly HashSet<Task> _replacements = [];
    private bool _disposed;

    private WorkerPool(SandboxRunner runner, SandboxedCommand command, WorkerPoolOptions options)
    {
        (_runner, _options) = (runner, options);
        _command = command with { Limits = command.Limits with { WallTime = Timeout.InfiniteTimeSpan, CpuTime = Timeout.InfiniteTimeSpan } };
        _seats = new SemaphoreSlim(options.Workers);
    }

    /// <summary>Starts the workers and waits until one of them is ready.</summary>
    /// <param name="runner">Contains them; must outlive the pool.</param>
    /// <param name="command">Starts one. Its limits on wall and processor time are lifted, as every request has its deadline.</param>
    /// <param name="options">How many, and how they are used.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxUnavailableException">A worker does not start or does not answer its warm-up; the message has what it wrote to standard error.</exception>
    public static async Task<WorkerPool> StartAsync(SandboxRunner runner, SandboxedCommand command, WorkerPoolOptions options, CancellationToken cancellation)
    {
        var pool = new WorkerPool(runner, command, options);
        try
        {
            pool._ready.Writer.TryWrite(await pool.StartWorkerAsync(cancellation).ConfigureAwait(false));
            for (var index = 1; index < options.Workers + options.Spares; index++)
            {
                pool.BeginReplacement();
            }

            return pool;
        }
        catch
        {
            await pool.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>How the workers are contained, for the ledger.</summary>
    public string Isolation => _runner.Isolation;

    /// <summary>Waits for a worker.</summary>
    /// <exception cref="SandboxUnavailableException">Workers no longer start.</exception>
    public async Task<WorkerLease> LeaseAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _ending.Token);
        await _seats.WaitAsync(either.Token).ConfigureAwait(false);
        try
        {
            return new WorkerLease(this, await TakeAsync(either.Token).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is ChannelClosedException or OperationCanceledException)
        {
            _seats.Release();
            cancellation.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(_disposed, this);
            throw new SandboxUnavailableException(exception.InnerException?.Message ?? exception.Message);
        }
    }

    /// <summary>Kills all workers, leased ones too, and waits until they are gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _ending.CancelAsync().ConfigureAwait(false);
        _ready.Writer.TryComplete();
        await Task.WhenAll(Snapshot(_replacements)).ConfigureAwait(false);
        foreach (var worker in Snapshot(_workers))
        {
            await worker.DisposeAsync().ConfigureAwait(false);
        }

        _ending.Dispose();
    }

    internal async ValueTask ReturnAsync(Worker worker, bool retired)
    {
        if (_disposed)
        {
            return;
        }

        if (retired || !worker.IsAlive || worker.Requests >= _options.RequestsPerWorker)
        {
            await DiscardAsync(worker).ConfigureAwait(false);
        }
        else
        {
            _ready.Writer.TryWrite(worker);
        }

        _seats.Release();
    }

    // A spare may have died while it stood by.
    private async ValueTask<Worker> TakeAsync(CancellationToken cancellation)
    {
        var worker = await _ready.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        while (worker.HasEnded)
        {
            await DiscardAsync(worker).ConfigureAwait(false);
            worker = await _ready.Reader.ReadAsync(cancellation).ConfigureAwait(false);
        }

        return worker;
    }

    private async ValueTask DiscardAsync(Worker worker)
    {
        BeginReplacement();
        await worker.DisposeAsync().ConfigureAwait(false);
        lock (_lock)
        {
            _workers.Remove(worker);
        }
    }

    private void BeginReplacement()
    {
        lock (_lock)
        {
            _replacements.RemoveWhere(task => task.IsCompleted);
            _replacements.Add(ReplaceAsync());
        }
    }

    private async Task ReplaceAsync()
    {
        try
        {
            _ready.Writer.TryWrite(await StartWorkerAsync(_ending.Token).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is SandboxUnavailableException or IOException or OperationCanceledException)
        {
            // Told to whoever asks for a worker next.
            _ready.Writer.TryComplete(exception);
        }
    }

    private async Task<Worker> StartWorkerAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
#pragma warning disable CA2000 // Whoever ends the worker disposes it; the set below has those whom nobody does.
        var worker = new Worker(await _runner.StartAsync(_command).ConfigureAwait(false), _options.MaxFrameBytes);
#pragma warning restore CA2000
        lock (_lock)
        {
            _workers.Add(worker);
        }

        if (_options.WarmUp is { } request
            && await worker.AskAsync(request, _options.StartDeadline, cancellation).ConfigureAwait(false) is { Answered: false } reply)
        {
            throw new SandboxUnavailableException(
                $"The worker '{string.Join(' ', _command.Command)}' does not answer its first request. {reply.Fault} {worker.ErrorTail}".Trim());
        }

        return worker;
    }

    private T[] Snapshot<T>(HashSet<T> set)
    {
        lock (_lock)
        {
            return [.. set];
        }
    }
}
