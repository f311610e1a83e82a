namespace Cambrian.Sandbox.Workers;

/// <summary>How a <see cref="WorkerPool"/> works.</summary>
public sealed record WorkerPoolOptions
{
    /// <summary>Workers leased at a time. Default 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Workers started beyond that, so that a killed one is replaced without waiting. Default 1.</summary>
    public int Spares { get; init; } = 1;

    /// <summary>Requests after which a worker is replaced when its lease ends. Default 1,000.</summary>
    public int RequestsPerWorker { get; init; } = 1000;

    /// <summary>Longest request or answer in bytes. Default 64 MiB.</summary>
    public int MaxFrameBytes { get; init; } = 64 << 20;

    /// <summary>A request whose answer shows that a worker is ready, and that brings its code into its caches; null for none.</summary>
    public ReadOnlyMemory<byte>? WarmUp { get; init; }

    /// <summary>How long a worker may take to start and to answer <see cref="WarmUp"/>. Default 30 s.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(30);
}
