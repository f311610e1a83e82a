using System.Diagnostics;
using Cambrian.Sandbox.ControlGroups;

namespace Cambrian.Sandbox.Launching;

/// <summary>One sandbox as the kernel sees it: the process that was started and everything below it. Advanced by the watch's thread alone.</summary>
internal sealed class ProcessTree
{
    private const long Never = long.MaxValue;
    private static readonly TimeSpan Youth = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan SamplingPeriod = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(1);
    private readonly TaskCompletionSource<SandboxExit> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ProcessWatch _watch;
    private readonly int _process;
    private readonly SandboxLimits _limits;
    private readonly ControlGroup? _group;
    private readonly ProcessUsage _usage;
    private readonly long _started = Stopwatch.GetTimestamp();
    private Deadline _deadline = Deadline.Never;
    private long _nextSample = Never;
    private long _nextKill;
    private int _killReason = -1;
    private int? _code;
    private SandboxExit? _ended;
    private TimeSpan _seenCpu;

    /// <summary>Begins to watch a process.</summary>
    public ProcessTree(ProcessWatch watch, int process, SandboxLimits limits, ControlGroup? group)
    {
        (_watch, _process, _limits, _group) = (watch, process, limits, group);
        _usage = new ProcessUsage(process, group);
        Descriptor = (int)Native.SystemCall(Native.PidfdOpen, process, 0);
        if (Descriptor < 0)
        {
            _ = Native.Signal(process, Native.Kill);
            throw new PlatformNotSupportedException("A process cannot be watched on this kernel; Linux 5.3 or later is needed.");
        }

        if (limits.WallTime != Timeout.InfiniteTimeSpan)
        {
            _deadline = Deadline.After(_started, limits.WallTime);
        }

        if (limits.CpuTime != Timeout.InfiniteTimeSpan || group is null)
        {
            _nextSample = After(SamplingPeriod);
        }
    }

    /// <summary>How it ended, once nothing of the tree is left.</summary>
    public Task<SandboxExit> Exit => _exit.Task;

    /// <summary>Processor time so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            try
            {
                return _ended?.Cpu ?? _usage.Cpu;
            }
            catch (Exception gone) when (gone is IOException or ObjectDisposedException && _ended is not null)
            {
                // It ended, and its control group was removed, while it was looked at.
                return _ended.Cpu;
            }
        }
    }

    /// <summary>Reads the exit code that bubblewrap reports; null when it never came to start the command.</summary>
    public required Func<int, int?> ReadCode { get; init; }

    /// <summary>Without a process namespace: ends whatever of the tree can be found. Null with one, as the kernel then sees to it.</summary>
    public Action? KillStragglers { get; init; }

    /// <summary>Clears the control group away once nothing is alive in it.</summary>
    public required Action<ControlGroup> RemoveGroup { get; init; }

    /// <summary>Whether nothing can slip out of the tree.</summary>
    public bool IsContained => KillStragglers is null;

    /// <summary>The process as a descriptor to poll.</summary>
    public int Descriptor { get; }

    /// <summary>Whether the process is still to be waited for.</summary>
    public bool HasDescriptor => _ended is null;

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsGone { get; private set; }

    /// <summary>When to call <see cref="Advance"/> next.</summary>
    public long Due => _ended is not null || Volatile.Read(ref _killReason) >= 0 ? _nextKill : Math.Min(Volatile.Read(ref _deadline).Due, _nextSample);

    /// <summary>Kills the tree at a point in time. From any thread.</summary>
    /// <param name="left">From now; null for never.</param>
    /// <param name="forgiving">Whether it is put off while the tree wants a processor and gets none. Needs a control group; ignored without one.</param>
    /// <returns>Whether the deadline before was not acted upon.</returns>
    public bool SetDeadline(TimeSpan? left, bool forgiving)
    {
        var deadline = left is { } time ? Deadline.After(Stopwatch.GetTimestamp(), time, forgiving && _group is not null ? Cpu : null) : Deadline.Never;
        var before = Volatile.Read(ref _deadline);
        while (!ReferenceEquals(before, Deadline.Passed))
        {
            var seen = Interlocked.CompareExchange(ref _deadline, deadline, before);
            if (ReferenceEquals(seen, before))
            {
                _watch.WakeBy(deadline.Due);
                return true;
            }

            before = seen;
        }

        return false;
    }

    /// <summary>Kills the tree as soon as the watch comes to it. From any thread; the first reason stays.</summary>
    public void Kill(ExitReason reason)
    {
        if (Interlocked.CompareExchange(ref _killReason, (int)reason, -1) == -1)
        {
            // No deadline counts any more; the watch sees the reason.
            Volatile.Write(ref _deadline, Deadline.Passed);
            _watch.WakeBy(0);
        }
    }

    /// <summary>Does what is due.</summary>
    public void Advance(long now)
    {
        if (_ended is not null)
        {
            Finish();
            return;
        }

        var deadline = Volatile.Read(ref _deadline);
        if (now >= deadline.Due)
        {
            Meet(deadline, now);
        }

        if (now >= _nextSample && Volatile.Read(ref _killReason) < 0)
        {
            Sample();
        }

        if (Volatile.Read(ref _killReason) >= 0 && now >= _nextKill)
        {
            KillNow();
        }
    }

    /// <summary>Collects the ended process.</summary>
    public void Reap()
    {
        if (Native.Wait(_process, out var status, Native.NoHang, out var used) != _process)
        {
            return;
        }

        _code = ReadCode((status & 0x7F) == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F));
        KillStragglers?.Invoke();
        _ended = Describe(used);
        _ = Native.Close(Descriptor);
        _nextKill = 0;
    }

    /// <summary>Gives up on a tree that can no longer be watched: kills what it can and tells whoever waits.</summary>
    public void Abandon(Exception exception)
    {
        _ = Native.Signal(_process, Native.Kill);
        IsGone = true;
        _exit.TrySetException(exception);
    }

    // Whoever moves the deadline meanwhile wins.
    private void Meet(Deadline deadline, long now)
    {
        var later = _group is { IsRunnable: true } group ? deadline.PutOff(now, group.Cpu) : null;
        if (ReferenceEquals(Interlocked.CompareExchange(ref _deadline, later ?? Deadline.Passed, deadline), deadline) && later is null)
        {
            Condemn(ExitReason.TimedOut);
        }
    }

    private static long After(TimeSpan time) => Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);

    private SandboxExit Describe(Native.Usage used) => new()
    {
        Reason = Reason(),
        Code = _code ?? -1,
        Cpu = _group?.Cpu ?? TimeSpan.FromTicks(Math.Max(_seenCpu.Ticks, CpuOf(used).Ticks)),
        Wall = Stopwatch.GetElapsedTime(_started),
        PeakMemoryBytes = _group?.PeakMemoryBytes is > 0 and var peak ? peak : used.MaxResidentKibibytes << 10,
        RefusedProcesses = _group?.RefusedProcesses ?? 0,
        Limits = _limits,
    };

    // Of processes that were killed with their namespace it has nothing, as nobody waited for them.
    private static TimeSpan CpuOf(Native.Usage used) =>
        TimeSpan.FromSeconds(used.UserSeconds + used.SystemSeconds) + TimeSpan.FromMicroseconds(used.UserMicroseconds + used.SystemMicroseconds);

    private ExitReason Reason()
    {
        if (_killReason >= 0)
        {
            return (ExitReason)_killReason;
        }

        return _group?.MemoryKills > 0 ? ExitReason.MemoryExceeded
            : _code is null ? ExitReason.NotStarted
            : _code > 128 ? ExitReason.Crashed
            : ExitReason.Exited;
    }

    // The first reason stays.
    private void Condemn(ExitReason reason) => Interlocked.CompareExchange(ref _killReason, (int)reason, -1);

    private void Sample()
    {
        _nextSample = After(SamplingPeriod);
        if (_limits.CpuTime != Timeout.InfiniteTimeSpan)
        {
            var left = _limits.CpuTime - _usage.Cpu;
            if (left <= TimeSpan.Zero)
            {
                Condemn(ExitReason.CpuExceeded);
            }

            // So many processors at once and no more can use it up.
            _nextSample = After(TimeSpan.FromTicks(Math.Clamp((left / Environment.ProcessorCount).Ticks, Retry.Ticks, SamplingPeriod.Ticks)));
        }

        if (_usage.IsOutOfMemory(_limits.MemoryBytes))
        {
            Condemn(ExitReason.MemoryExceeded);
        }

        if (_usage.HasTooMany(_limits.Processes))
        {
            Condemn(ExitReason.ProcessesExceeded);
        }
    }

    // With a control group all inside are told to die at once: on a busy machine each link of a chain of deaths would wait for a
    // processor. Not the outer process: it waits for the inner ones, for whom otherwise nobody might.
    private void KillNow()
    {
        _nextKill = After(Retry);
        if (_group is not null)
        {
            _group.Kill(except: _process);
        }
        else
        {
            _seenCpu = TimeSpan.FromTicks(Math.Max(_seenCpu.Ticks, _usage.Cpu.Ticks));
        }

        if (KillStragglers is not null)
        {
            KillStragglers();
            _ = Native.Signal(_process, Native.Kill);
        }
        else
        {
            KillNamespace();
        }
    }

    // Killing the first process of the inner process namespace makes the kernel kill all of it and wait for it; only then does the
    // outer process end. A sandbox too young to have one gets a moment, as a child that is just being made could miss its parent's death.
    private void KillNamespace()
    {
        var children = ProcessUsage.Children(_process);
        foreach (var child in children)
        {
            _ = Native.Signal(child, Native.Kill);
            Urgency.Raise(child, Urgency.Dying);
        }

        if (children.Count == 0 && Stopwatch.GetElapsedTime(_started) > Youth)
        {
            _ = Native.Signal(_process, Native.Kill);
        }
    }

    // Gone is what runs no more; what the dead still hold is the kernel's business, and their group's folder is removed when it is free.
    private void Finish()
    {
        if (_group is { } group)
        {
            if (!group.IsDead)
            {
                group.Kill(except: _process);
                _nextKill = After(Retry);
                return;
            }

            _ended = _ended! with { Cpu = group.Cpu, Wall = Stopwatch.GetElapsedTime(_started) };
            RemoveGroup(group);
        }

        IsGone = true;
        _exit.SetResult(_ended!);
    }
}
