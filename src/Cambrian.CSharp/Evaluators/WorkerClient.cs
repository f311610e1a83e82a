using System.Buffers.Binary;
using Cambrian.Sandbox;
using Cambrian.Worker;

namespace Cambrian.CSharp.Evaluators;

/// <summary>One warm worker in its sandbox: a question at a time, each with its deadline. A worker that misses one is killed.</summary>
internal sealed class WorkerClient(SandboxedProcess process) : IAsyncDisposable
{
    private const int LargestAnswer = 256 << 20;
    private readonly MemoryStream _request = new();
    private readonly byte[] _header = new byte[4];
    private long _nonce;

    /// <summary>Whether the worker can still be asked.</summary>
    public bool Alive { get; private set; } = true;

    /// <summary>Asks and waits for the answer, positioned after its kind and nonce.</summary>
    /// <param name="kind">The request.</param>
    /// <param name="write">Writes what follows the kind.</param>
    /// <param name="deadline">After which the worker is killed.</param>
    /// <param name="cancellation">Kills the worker too: it may be in the middle of anything.</param>
    /// <exception cref="WorkerException">The worker failed, crashed or was killed.</exception>
    public async Task<FrameReader> AskAsync(Message kind, Action<FrameWriter> write, TimeSpan deadline, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(deadline);
        try
        {
            Compose(kind, write);
            await process.Input.WriteAsync(_request.GetBuffer().AsMemory(0, (int)_request.Length), limit.Token).ConfigureAwait(false);
            await process.Input.FlushAsync(limit.Token).ConfigureAwait(false);
            return await ReadAsync(kind, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await KillAsync().ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            throw new WorkerException(WorkerFault.Deadline, $"No answer within {deadline.TotalSeconds:0.###} s; the worker was killed.");
        }
        catch (IOException)
        {
            throw await CrashAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Alive = false;
        await process.DisposeAsync().ConfigureAwait(false);
        await _request.DisposeAsync().ConfigureAwait(false);
    }

    private void Compose(Message kind, Action<FrameWriter> write)
    {
        _request.SetLength(0);
        var frame = new FrameWriter(_request);
        frame.Begin((byte)kind, ++_nonce);
        write(frame);
        frame.Send();
    }

    private async Task<FrameReader> ReadAsync(Message kind, CancellationToken cancellation)
    {
        await process.Output.ReadExactlyAsync(_header, cancellation).ConfigureAwait(false);
        var length = BinaryPrimitives.ReadInt32LittleEndian(_header);
        if (length is < 9 or > LargestAnswer)
        {
            await KillAsync().ConfigureAwait(false);
            throw new WorkerException(WorkerFault.Protocol, $"The worker announced an answer of {length} bytes; 9 to {LargestAnswer} are allowed.");
        }

        var payload = new byte[length];
        await process.Output.ReadExactlyAsync(payload, cancellation).ConfigureAwait(false);
        var answer = new FrameReader(payload);
        var (answered, nonce) = ((Message)answer.ReadByte(), answer.ReadInt64());
        if (nonce != _nonce || (answered != kind && answered != Message.Fault))
        {
            await KillAsync().ConfigureAwait(false);
            throw new WorkerException(WorkerFault.Protocol, "The worker's answer does not belong to the question: something wrote between the frames.");
        }

        return answered == Message.Fault ? throw new WorkerException(WorkerFault.Thrown, answer.ReadText()) : answer;
    }

    private async Task<WorkerException> CrashAsync()
    {
        Alive = false;
        process.Kill();
        var exit = await process.Exited.ConfigureAwait(false);
        return new WorkerException(WorkerFault.Crash, $"The worker ended: {exit}. {process.ErrorTail}".Trim());
    }

    private async Task KillAsync()
    {
        Alive = false;
        process.Kill();
        await process.Exited.ConfigureAwait(false);
    }
}
