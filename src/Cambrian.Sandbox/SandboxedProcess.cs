using System.Text;
using Cambrian.Sandbox.Launching;
using Microsoft.Win32.SafeHandles;

namespace Cambrian.Sandbox;

/// <summary>A program running in a sandbox, with its standard streams. Disposing it kills it. One user at a time, but for <see cref="Kill"/> and <see cref="SetDeadline"/>.</summary>
public sealed class SandboxedProcess : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private readonly ProcessTree _tree;
    private readonly Stream _error;
    private readonly HostView _view;
    private readonly SafeFileHandle _status;
    private readonly TailBuffer _tail = new(64 << 10);
    private readonly Task _pump;
    private readonly Task _lettingGo;
    private readonly CancellationTokenSource _abandoned = new();
    private bool _disposed;

    internal SandboxedProcess(ProcessTree tree, Stream input, Stream output, Stream error, HostView view, SafeFileHandle status)
    {
        (_tree, Input, Output, _error, _view, _status) = (tree, input, output, error, view, status);
        _pump = PumpErrorAsync();
        _lettingGo = LetGoAsync();
    }

    /// <summary>The program's standard input.</summary>
    public Stream Input { get; }

    /// <summary>The program's standard output.</summary>
    public Stream Output { get; }

    /// <summary>How it ended; completes once nothing of the tree is alive.</summary>
    public Task<SandboxExit> Exited => _tree.Exit;

    /// <summary>The last 64 KiB of standard error, as far as it has arrived.</summary>
    public string ErrorTail => _tail.ToString();

    /// <summary>Processor time of the whole tree so far, as the kernel counts it.</summary>
    public TimeSpan Cpu => _tree.Cpu;

    /// <summary>Moves the moment at which the tree is killed as <see cref="ExitReason.TimedOut"/>; replaces the limit on wall time. Exact whatever the thread pool does.</summary>
    /// <param name="left">From now; null for never.</param>
    /// <param name="forgiving">Whether a tree that wants a processor and gets none, on a busy machine, is given the processor time it lacks; <see cref="Deadline.Patience"/> times as long in all at most.</param>
    /// <returns>Whether the deadline before had not passed yet; when it had, the tree is being killed.</returns>
    public bool SetDeadline(TimeSpan? left, bool forgiving = false) => _tree.SetDeadline(left, forgiving);

    /// <summary>Kills the whole tree; the first reason given is the one recorded. Await <see cref="Exited"/> to know that it is gone.</summary>
    public void Kill(ExitReason reason = ExitReason.Killed) => _tree.Kill(reason);

    /// <summary>Kills what still runs and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Kill();
        await _lettingGo.ConfigureAwait(false);
        await _pump.ConfigureAwait(false);
        await Input.DisposeAsync().ConfigureAwait(false);
        await Output.DisposeAsync().ConfigureAwait(false);
        await _error.DisposeAsync().ConfigureAwait(false);
        _status.Dispose();
        _abandoned.Dispose();
        _view.Dispose();
    }

    /// <summary>
    /// Ends once nobody can hold the streams any more. With a process namespace that needs no deadline: they end with the tree.
    /// Without one, a process that slipped away may keep them open for ever.
    /// </summary>
    internal CancellationToken Abandoned => _abandoned.Token;

    /// <summary>Completes when all of standard error has arrived; it ends with the tree.</summary>
    internal Task ErrorEnded => _pump;

    private async Task LetGoAsync()
    {
        await Task.WhenAny(_tree.Exit).ConfigureAwait(false);
        if (!_tree.IsContained || !_tree.Exit.IsCompletedSuccessfully)
        {
            _abandoned.CancelAfter(Grace);
        }
    }

    private async Task PumpErrorAsync()
    {
        var buffer = new byte[4096];
        try
        {
            while (await _error.ReadAsync(buffer, _abandoned.Token).ConfigureAwait(false) is > 0 and var count)
            {
                _tail.Append(buffer.AsSpan(0, count));
            }
        }
        catch (OperationCanceledException)
        {
            // Abandoned: what has arrived is all there will be.
        }
    }

    /// <summary>Keeps the end of an endless text.</summary>
    private sealed class TailBuffer(int capacity)
    {
        private readonly byte[] _bytes = new byte[capacity];
        private readonly Lock _lock = new();
        private long _written;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            lock (_lock)
            {
                foreach (var value in bytes)
                {
                    _bytes[_written++ % capacity] = value;
                }
            }
        }

        public override string ToString()
        {
            lock (_lock)
            {
                var start = (int)(_written % capacity);
                return _written <= capacity
                    ? Encoding.UTF8.GetString(_bytes, 0, (int)_written)
                    : Encoding.UTF8.GetString([.. _bytes[start..], .. _bytes[..start]]);
            }
        }
    }
}
