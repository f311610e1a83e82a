using System.Diagnostics;

namespace Cambrian.Sandbox.Launching;

/// <summary>
/// When a tree is killed as timed out. One that is forgiving is put off for a tree that wants a processor and gets none: it is
/// given the processor time that it lacks, so that a busy machine does not decide what a program is worth.
/// </summary>
/// <param name="Due">A <see cref="Stopwatch"/> timestamp.</param>
/// <param name="Time">What the tree was given, from when the deadline was set.</param>
/// <param name="CpuBefore">Processor time of the tree at that moment; null for a deadline that does not forgive.</param>
/// <param name="Latest">A timestamp it is never put off beyond.</param>
internal sealed record Deadline(long Due, TimeSpan Time, TimeSpan? CpuBefore, long Latest)
{
    /// <summary>How many times its time a tree may take in all.</summary>
    public const int Patience = 10;

    // What a process spends on being scheduled; less than this missing is nothing to wait for.
    private const double Noise = 0.1;

    /// <summary>None.</summary>
    public static Deadline Never { get; } = new(long.MaxValue, Timeout.InfiniteTimeSpan, null, long.MaxValue);

    /// <summary>One that was acted upon, and counts no more.</summary>
    public static Deadline Passed { get; } = new(long.MaxValue, TimeSpan.Zero, null, long.MaxValue);

    /// <summary>A deadline from now.</summary>
    /// <param name="now">A <see cref="Stopwatch"/> timestamp.</param>
    /// <param name="time">How long.</param>
    /// <param name="cpuBefore">Processor time of the tree so far; null to not forgive.</param>
    public static Deadline After(long now, TimeSpan time, TimeSpan? cpuBefore = null) =>
        new(now + Ticks(time), time, cpuBefore, now + (Patience * Ticks(time)));

    /// <summary>The deadline of a tree whose own has come; null when its time is up.</summary>
    /// <param name="now">A <see cref="Stopwatch"/> timestamp.</param>
    /// <param name="cpu">Processor time of the tree so far.</param>
    public Deadline? PutOff(long now, TimeSpan cpu)
    {
        if (CpuBefore is not { } before || now >= Latest)
        {
            return null;
        }

        var missing = Time - (cpu - before);
        return missing < Noise * Time ? null : this with { Due = Math.Min(now + Ticks(missing), Latest) };
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
