using System.Diagnostics;
using Cambrian.Sandbox.Workers;

namespace Cambrian.Bench.Sandboxes;

/// <summary>The baseline: the echoing worker as an ordinary child process, without any sandbox.</summary>
public sealed class PlainWorker : IDisposable
{
    private readonly Process _process;
    private readonly FrameStream _frames;
    private ulong _nonce;

    /// <summary>Starts it.</summary>
    public PlainWorker()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PlainWorker).Assembly.Location, EchoProbe.Name])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("The worker did not start.");
        _frames = new FrameStream(_process.StandardOutput.BaseStream, _process.StandardInput.BaseStream, EchoProbe.MaxFrameBytes);
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    public async Task AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        await _frames.WriteAsync(++_nonce, request, cancellation);
        await _frames.ReadAsync(_nonce, cancellation);
    }

    /// <summary>Sends a request without waiting.</summary>
    public ValueTask SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation) => _frames.WriteAsync(++_nonce, request, cancellation);

    /// <summary>Kills it as the platform does, and waits until it is gone.</summary>
    public async Task KillAsync(CancellationToken cancellation)
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
