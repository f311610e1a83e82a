using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Cambrian.Sandbox.Workers;

/// <summary>A sandboxed process that answers one framed request after another on its standard streams.</summary>
internal sealed class Worker(SandboxedProcess process, int maxFrameBytes) : IAsyncDisposable
{
    // A process that ends closes its output a moment before it is gone.
    private static readonly TimeSpan Dying = TimeSpan.FromMilliseconds(200);
    private readonly FrameStream _frames = new(process.Output, process.Input, maxFrameBytes);
    private readonly byte[] _random = new byte[8];

    /// <summary>Requests so far.</summary>
    public int Requests { get; private set; }

    /// <summary>Whether it can be asked again.</summary>
    public bool IsAlive { get; private set; } = true;

    /// <summary>Whether it ended while nobody asked it.</summary>
    public bool HasEnded => process.Exited.IsCompleted;

    /// <summary>The end of what it wrote to standard error.</summary>
    public string ErrorTail => process.ErrorTail;

    /// <summary>Asks, and kills it when it does not answer in time or answers something else.</summary>
    public async Task<WorkerReply> AskAsync(ReadOnlyMemory<byte> request, TimeSpan deadline, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Requests++;
        RandomNumberGenerator.Fill(_random);
        var nonce = BinaryPrimitives.ReadUInt64LittleEndian(_random);
        var before = process.Cpu;
        process.SetDeadline(deadline, forgiving: true);
        using var registration = cancellation.UnsafeRegister(static state => ((SandboxedProcess)state!).Kill(), process);
        try
        {
            await _frames.WriteAsync(nonce, request, CancellationToken.None).ConfigureAwait(false);
            var payload = await _frames.ReadAsync(nonce, CancellationToken.None).ConfigureAwait(false);
            if (process.SetDeadline(null))
            {
                return new WorkerReply { Payload = payload, Cpu = process.Cpu - before };
            }

            return await EndAsync("", before, cancellation).ConfigureAwait(false);
        }
        catch (FrameException exception)
        {
            if (exception.Ended)
            {
                await Task.WhenAny(process.Exited, Task.Delay(Dying, CancellationToken.None)).ConfigureAwait(false);
            }

            return await EndAsync(exception.Message, before, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => process.DisposeAsync();

    private async Task<WorkerReply> EndAsync(string fault, TimeSpan before, CancellationToken cancellation)
    {
        IsAlive = false;
        process.Kill(ExitReason.BrokeProtocol);
        var exit = await process.Exited.ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return new WorkerReply
        {
            Exit = exit,
            Fault = exit.Reason == ExitReason.BrokeProtocol ? fault : "The worker was " + exit.Message + ".",
            Cpu = exit.Cpu - before,
        };
    }
}
