namespace Cambrian.Sandbox;

/// <summary>What a sandboxed program may use. The defaults suit a small evaluation; each is for the whole process tree unless said otherwise.</summary>
public sealed record SandboxLimits
{
    /// <summary>The defaults.</summary>
    public static SandboxLimits Default { get; } = new();

    /// <summary>Memory in bytes, scratch files included; the tree is killed above it. Default 1 GiB.</summary>
    public long MemoryBytes { get; init; } = 1L << 30;

    /// <summary>Processor time, user and system. <see cref="Timeout.InfiniteTimeSpan"/> for none. Default 60 s.</summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time from start to kill. <see cref="Timeout.InfiniteTimeSpan"/> for none, as warm workers have it. Default 60 s.</summary>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Processes and threads alive at a time; starting more fails inside. Default 128.</summary>
    public int Processes { get; init; } = 128;

    /// <summary>Bytes that fit into the scratch folder; writing more fails inside. Default 64 MiB.</summary>
    public long ScratchBytes { get; init; } = 64L << 20;

    /// <summary>Bytes of standard output before the tree is killed. Of standard error the last 64 KiB are kept and the rest is dropped. Default 4 MiB.</summary>
    public int OutputBytes { get; init; } = 4 << 20;

    /// <summary>Open files per process. Default 256.</summary>
    public int OpenFiles { get; init; } = 256;
}
