namespace Cambrian.Sandbox;

/// <summary>How a sandboxed program ended and what it used, as the kernel says and not the program.</summary>
public sealed record SandboxExit
{
    /// <summary>Why it ended.</summary>
    public required ExitReason Reason { get; init; }

    /// <summary>The exit code, or 128 + the signal's number.</summary>
    public required int Code { get; init; }

    /// <summary>Processor time of the whole tree.</summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>From start until the whole tree was gone.</summary>
    public TimeSpan Wall { get; init; }

    /// <summary>Most memory used at a time, in bytes: of the whole tree with a control group, else of the largest process.</summary>
    public long PeakMemoryBytes { get; init; }

    /// <summary>How often the limit on processes refused one.</summary>
    public long RefusedProcesses { get; init; }

    /// <summary>The limits it ran under.</summary>
    public required SandboxLimits Limits { get; init; }

    /// <summary>Whether it ended by itself with exit code 0.</summary>
    public bool Succeeded => this is { Reason: ExitReason.Exited, Code: 0 };

    /// <summary>One sentence for people and ledgers: what happened, and the limit when one was hit. Depends on the machine's speed in nothing.</summary>
    public string Message => Reason switch
    {
        ExitReason.Exited when Code == 0 => "ended normally",
        ExitReason.Exited => $"ended with exit code {Code}{Refused}",
        ExitReason.Crashed => $"crashed by signal {Code - 128}{Refused}",
        ExitReason.TimedOut => $"killed at its deadline{Refused}",
        ExitReason.CpuExceeded => $"killed: more than {Limits.CpuTime.TotalSeconds:0.###} s of processor time",
        ExitReason.MemoryExceeded => $"killed: more than {Limits.MemoryBytes >> 20} MiB of memory",
        ExitReason.ProcessesExceeded => $"killed: more than {Limits.Processes} processes",
        ExitReason.OutputExceeded => $"killed: more than {Limits.OutputBytes} bytes of output",
        ExitReason.BrokeProtocol => "killed: it wrote something else than an answer, or closed its output",
        ExitReason.NotStarted => "the sandbox could not be set up",
        _ => "killed because it was no longer wanted",
    };

    /// <summary>The message: measured numbers must not slip into a ledger.</summary>
    public override string ToString() => Message;

    private string Refused => RefusedProcesses == 0 ? "" : $" (the limit of {Limits.Processes} processes was reached)";
}
