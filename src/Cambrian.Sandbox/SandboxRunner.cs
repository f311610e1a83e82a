using Cambrian.Sandbox.Launching;

namespace Cambrian.Sandbox;

/// <summary>
/// Runs untrusted programs, contained as well as this machine allows. Safe to use from several threads. Disposing it kills
/// whatever it still runs; should the host itself be killed, the kernel does so.
/// </summary>
public sealed class SandboxRunner : IDisposable
{
    private readonly Launcher _launcher;
    private readonly Lock _lock = new();
    private readonly List<SandboxedProcess> _running = [];
    private TimeSpan _ended;

    internal SandboxRunner(Launcher launcher, IsolationGrade grade, string isolation) => (_launcher, Grade, Isolation) = (launcher, grade, isolation);

    /// <summary>How well programs are contained.</summary>
    public IsolationGrade Grade { get; }

    /// <summary>The same in words, for the ledger: "L3 bubblewrap+seccomp+cgroup-v1".</summary>
    public string Isolation { get; }

    /// <summary>Finds the best isolation this machine has, and tries it.</summary>
    /// <param name="minimum">What must be reached. Less than <see cref="IsolationGrade.Namespaces"/> only where a person asked for it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxUnavailableException">The machine cannot do that; the message says in one line what to install or change.</exception>
    public static async Task<SandboxRunner> OpenAsync(IsolationGrade minimum = IsolationGrade.Namespaces, CancellationToken cancellation = default)
    {
        var machine = await Machine.ProbeAsync(cancellation).ConfigureAwait(false);
        return machine.Grade >= minimum
            ? machine.OpenRunner()
            : throw new SandboxUnavailableException(machine.Advice(minimum));
    }

    /// <summary>Processor time of everything it has run so far, as the kernel counts it.</summary>
    public TimeSpan Cpu
    {
        get
        {
            lock (_lock)
            {
                Settle();
                return _running.Aggregate(_ended, (total, process) => total + process.Cpu);
            }
        }
    }

    /// <summary>Starts a program and hands over its streams: for warm workers and for streaming.</summary>
    /// <exception cref="FileNotFoundException">The command's program is not installed.</exception>
    public async Task<SandboxedProcess> StartAsync(SandboxedCommand command)
    {
        var process = await _launcher.StartAsync(command).ConfigureAwait(false);
        lock (_lock)
        {
            Settle();
            _running.Add(process);
        }

        return process;
    }

    /// <summary>Runs a program to its end in a fresh sandbox.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="standardInput">What it may read.</param>
    /// <param name="cancellation">Kills it, waits until it is gone, and throws.</param>
    /// <exception cref="FileNotFoundException">The command's program is not installed.</exception>
    /// <exception cref="SandboxUnavailableException">The sandbox could not be set up, for instance as a mount does not exist.</exception>
    public async Task<SandboxResult> RunAsync(SandboxedCommand command, ReadOnlyMemory<byte> standardInput, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var process = await StartAsync(command).ConfigureAwait(false);
        await using var disposal = process.ConfigureAwait(false);
        using var registration = cancellation.Register(() => process.Kill());
        var feeding = FeedAsync(process, standardInput);
        var output = await CollectAsync(process, command.Limits.OutputBytes).ConfigureAwait(false);
        var exit = await process.Exited.ConfigureAwait(false);
        await feeding.ConfigureAwait(false);
        await process.ErrorEnded.ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return exit.Reason == ExitReason.NotStarted
            ? throw new SandboxUnavailableException($"The sandbox for '{string.Join(' ', command.Command)}' could not be set up: {process.ErrorTail.Trim()}")
            : new SandboxResult(exit, output, process.ErrorTail, Isolation);
    }

    /// <inheritdoc/>
    public void Dispose() => _launcher.Dispose();

    // One pass: a process that ends meanwhile must be counted here or there, not in neither.
    private void Settle() => _running.RemoveAll(process =>
    {
        var isOver = process.Exited.IsCompleted;
        _ended += isOver ? process.Cpu : TimeSpan.Zero;
        return isOver;
    });

    // A program need not read its input to the end, nor at all.
    private static async Task FeedAsync(SandboxedProcess process, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await process.Input.WriteAsync(bytes, process.Abandoned).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // It closed its end or has ended; how it ended is told elsewhere.
        }

        await process.Input.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<ReadOnlyMemory<byte>> CollectAsync(SandboxedProcess process, int limit)
    {
        using var collected = new MemoryStream();
        var buffer = new byte[16 << 10];
        try
        {
            while (await process.Output.ReadAsync(buffer, process.Abandoned).ConfigureAwait(false) is > 0 and var count)
            {
                var room = (int)Math.Min(count, limit - collected.Length);
                await collected.WriteAsync(buffer.AsMemory(0, room), CancellationToken.None).ConfigureAwait(false);
                if (room < count)
                {
                    process.Kill(ExitReason.OutputExceeded);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Only a process that slipped away still holds it; what has arrived is all there will be.
        }

        return collected.ToArray();
    }
}
