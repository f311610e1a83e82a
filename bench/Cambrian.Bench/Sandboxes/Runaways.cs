using Cambrian.Bench.Measuring;
using Cambrian.Sandbox;

namespace Cambrian.Bench.Sandboxes;

/// <summary>How long runaways of all kinds outlive their deadline, on the machine as it is and on one with far more work than processors.</summary>
public static class Runaways
{
    private const int BusyProcesses = 20;
    private const int Niceness = 10;
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(400);
    private static readonly SandboxLimits Limits = new() { WallTime = Deadline, MemoryBytes = 512L << 20, Processes = 64, ScratchBytes = 128L << 20 };

    private static readonly (string Name, string[] Command)[] Kinds =
    [
        ("computes", ["/bin/sh", "-c", "while :; do :; done"]),
        ("sleeps", ["/bin/sh", "-c", "sleep 1000"]),
        ("ignores signals", ["/bin/sh", "-c", "trap '' HUP INT QUIT TERM USR1 USR2 PIPE ALRM; while :; do :; done"]),
        ("detaches itself", ["/bin/sh", "-c", "for i in 1 2 3 4 5 6 7 8; do setsid /bin/sh -c 'while :; do :; done' & done; while :; do :; done"]),
        ("forks for ever", ["python3", "-I", "-S", "-c", "import os\nwhile True:\n  try: os.fork()\n  except OSError: pass"]),
        ("holds 400 MiB", ["python3", "-I", "-S", "-c", "x = bytearray(b'x') * (400 << 20)\nwhile True: pass"]),
        ("64 threads", ["python3", "-I", "-S", "-c", "import threading, time\nfor _ in range(60): threading.Thread(target=time.sleep, args=(1000,)).start()\nwhile True: pass"]),
        ("writes files", ["/bin/sh", "-c", "while :; do dd if=/dev/zero of=/tmp/file bs=1M count=100 2>/dev/null; done"]),
        // A parent waits for its vfork child in the state D, in which only a kill reaches it.
        ("waits in the kernel", ["python3", "-I", "-c", "import ctypes, time\nif ctypes.CDLL(None).vfork() == 0: time.sleep(1000)"]),
    ];

    /// <summary>Measures, each kind as often as asked, all kinds in turn.</summary>
    public static async Task<Table> MeasureAsync(SandboxRunner runner, int repeats, CancellationToken cancellation)
    {
        var quiet = await LateAsync(runner, repeats, cancellation);
        IReadOnlyList<InTurn> busy;
        using (new BusyMachine(BusyProcesses, Niceness))
        {
            busy = await LateAsync(runner, repeats, cancellation);
        }

        var table = new Table(
            $"From the deadline of a runaway ({Deadline.TotalMilliseconds:0} ms) until nothing of it is left, ms: as the machine is, and with {BusyProcesses} more processes "
            + $"that compute for ever at niceness {Niceness}. Goal: ≤ 50 ms, never above 250 ms.",
            ["runaway", "as it is", "busy"]);
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            table.Add(Kinds[kind].Name, quiet[kind].Of("ms"), busy[kind].Of("ms"));
        }

        table.Add("all", All(quiet), All(busy));
        return table;
    }

    private static Sample All(IEnumerable<InTurn> kinds) => new([.. kinds.SelectMany(kind => kind.Of("ms").Values)]);

    private static Task<IReadOnlyList<InTurn>> LateAsync(SandboxRunner runner, int repeats, CancellationToken cancellation) =>
        InTurn.RunAsync(Kinds, repeats, async kind =>
        {
            var result = await runner.RunAsync(new SandboxedCommand { Command = kind.Command, Limits = Limits }, default, cancellation);
            return result.Exit.Reason == ExitReason.TimedOut
                ? new Dictionary<string, double> { ["ms"] = (result.Exit.Wall - Deadline).TotalMilliseconds }
                : throw new InvalidOperationException($"A runaway that '{kind.Name}' was to be killed at its deadline, but {result.Exit.Message}. {result.ErrorTail}");
        });
}
