using System.Buffers.Text;

namespace Cambrian.Sandbox.ControlGroups;

/// <summary>How the two flavours of control groups name and count the same things (kernel documentation, cgroup-v1/memory, cgroup-v2).</summary>
internal sealed record ControlGroupFiles
{
    /// <summary>Version 1: one hierarchy per controller.</summary>
    public static ControlGroupFiles Version1 { get; } = new()
    {
        MemoryLimit = "memory.limit_in_bytes",
        SwapLimit = "memory.memsw.limit_in_bytes",
        SwapCountsMemory = true,
        MemoryPeak = "memory.max_usage_in_bytes",
        MemoryEvents = "memory.oom_control",
        Threads = "tasks",
        CpuUsage = "cpuacct.usage",
        ParseCpu = static text => Utf8Parser.TryParse(text, out long nanoseconds, out _) ? TimeSpan.FromTicks(nanoseconds / 100) : default,
    };

    /// <summary>Version 2: one hierarchy for all.</summary>
    public static ControlGroupFiles Version2 { get; } = new()
    {
        MemoryLimit = "memory.max",
        SwapLimit = "memory.swap.max",
        SwapCountsMemory = false,
        MemoryPeak = "memory.peak",
        MemoryEvents = "memory.events",
        Threads = "cgroup.threads",
        CpuUsage = "cpu.stat",
        ParseCpu = static text => Utf8Parser.TryParse(text["usage_usec ".Length..], out long microseconds, out _) ? TimeSpan.FromMicroseconds(microseconds) : default,
    };

    public required string MemoryLimit { get; init; }

    public required string? SwapLimit { get; init; }

    public required bool SwapCountsMemory { get; init; }

    public required string MemoryPeak { get; init; }

    public required string MemoryEvents { get; init; }

    public required string Threads { get; init; }

    public required string CpuUsage { get; init; }

    public required ParseUsage ParseCpu { get; init; }

    /// <summary>Reads the beginning of the usage file.</summary>
    public delegate TimeSpan ParseUsage(ReadOnlySpan<byte> text);
}
