using System.Diagnostics;

namespace Cambrian.Bench.Measuring;

/// <summary>What some work took.</summary>
/// <param name="Cpu">Processor time of this process, all threads and garbage collection included: what the work costs whatever else the machine does.</param>
/// <param name="Wall">Time that passed.</param>
/// <param name="Bytes">Managed memory allocated.</param>
public sealed record Meter(TimeSpan Cpu, TimeSpan Wall, long Bytes)
{
    /// <summary>Measures some work.</summary>
    public static async Task<Meter> OfAsync(Func<Task> work)
    {
        var (cpu, wall, bytes) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(precise: true));
        await work();
        return new Meter(Environment.CpuUsage.TotalTime - cpu, Stopwatch.GetElapsedTime(wall), GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    /// <summary>Measures some work on the calling thread.</summary>
    public static Meter Of(Action work)
    {
        var (cpu, wall, bytes) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(precise: true));
        work();
        return new Meter(Environment.CpuUsage.TotalTime - cpu, Stopwatch.GetElapsedTime(wall), GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}
