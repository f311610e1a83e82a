namespace Cambrian.Sandbox.Workers;

/// <summary>What became of one request.</summary>
public sealed record WorkerReply
{
    /// <summary>The answer; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>How the worker ended, when it did not answer; null when it did.</summary>
    public SandboxExit? Exit { get; init; }

    /// <summary>Why there is no answer; empty when there is one.</summary>
    public string Fault { get; init; } = "";

    /// <summary>Processor time the worker spent on it.</summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>Whether the worker answered in time.</summary>
    public bool Answered => Exit is null;
}
