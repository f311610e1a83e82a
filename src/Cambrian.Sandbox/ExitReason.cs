namespace Cambrian.Sandbox;

/// <summary>Why a sandboxed program ended.</summary>
public enum ExitReason
{
    /// <summary>By itself, with an exit code.</summary>
    Exited,

    /// <summary>By a signal of its own making: a crash.</summary>
    Crashed,

    /// <summary>Killed at its deadline.</summary>
    TimedOut,

    /// <summary>Killed for using more processor time than allowed.</summary>
    CpuExceeded,

    /// <summary>Killed for using more memory than allowed.</summary>
    MemoryExceeded,

    /// <summary>Killed for running more processes than allowed, where the kernel does not refuse them.</summary>
    ProcessesExceeded,

    /// <summary>Killed for printing more than allowed.</summary>
    OutputExceeded,

    /// <summary>Killed because the caller no longer wanted it.</summary>
    Killed,

    /// <summary>Killed because a warm worker wrote something else than an answer, or closed its output.</summary>
    BrokeProtocol,

    /// <summary>The sandbox itself could not be set up: not the program's fault.</summary>
    NotStarted,
}
