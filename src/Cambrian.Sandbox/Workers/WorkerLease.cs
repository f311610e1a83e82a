namespace Cambrian.Sandbox.Workers;

/// <summary>A worker for the exclusive use of one caller. Disposing it gives the worker back, or has it replaced.</summary>
public sealed class WorkerLease : IAsyncDisposable
{
    private readonly WorkerPool _pool;
    private readonly Worker _worker;
    private bool _retired;
    private bool _disposed;

    internal WorkerLease(WorkerPool pool, Worker worker) => (_pool, _worker) = (pool, worker);

    /// <summary>Whether the worker can be asked again; false once a request went unanswered.</summary>
    public bool IsAlive => _worker.IsAlive;

    /// <summary>Processor time of this lease's requests so far, as the kernel counts it.</summary>
    public TimeSpan Cpu { get; private set; }

    /// <summary>The end of what the worker wrote to standard error.</summary>
    public string ErrorTail => _worker.ErrorTail;

    /// <summary>Sends a request and waits for its answer. At the deadline the worker is killed with everything it started.</summary>
    /// <param name="request">The payload.</param>
    /// <param name="deadline">From now.</param>
    /// <param name="cancellation">Kills the worker and throws.</param>
    /// <exception cref="InvalidOperationException">An earlier request of this lease went unanswered.</exception>
    public async Task<WorkerReply> AskAsync(ReadOnlyMemory<byte> request, TimeSpan deadline, CancellationToken cancellation)
    {
        if (!_worker.IsAlive)
        {
            throw new InvalidOperationException("The worker of this lease has ended. Dispose the lease and take a new one.");
        }

        var reply = await _worker.AskAsync(request, deadline, cancellation).ConfigureAwait(false);
        Cpu += reply.Cpu;
        return reply;
    }

    /// <summary>Has the worker replaced when the lease ends, for instance as what it loaded must not outlive it.</summary>
    public void Retire() => _retired = true;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            await _pool.ReturnAsync(_worker, _retired).ConfigureAwait(false);
        }
    }
}
