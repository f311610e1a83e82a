using System.Collections.Concurrent;
using System.Diagnostics;

namespace Cambrian.Sandbox.Launching;

/// <summary>
/// The thread that watches sandboxes and kills them. One of its own, as a deadline must not wait for a busy thread pool.
/// Safe to use from several threads.
/// </summary>
internal sealed class ProcessWatch : IDisposable
{
    private readonly ConcurrentQueue<ProcessTree> _added = new();
    private readonly List<ProcessTree> _trees = [];
    private readonly Lazy<Thread> _thread;
    private readonly Pipe _bell = Pipe.ToChild();
    private readonly Stream _ring;
    private long _plannedWake = long.MaxValue;
    private volatile bool _ending;

    /// <summary>A watch whose thread starts with the first process.</summary>
    public ProcessWatch()
    {
        _ring = _bell.Open(System.IO.Pipes.PipeDirection.Out);
        _thread = new Lazy<Thread>(() =>
        {
            var thread = new Thread(Run) { IsBackground = true, Name = "sandbox watch" };
            thread.Start();
            return thread;
        });
    }

    /// <summary>Watches a tree until it is gone. Not after <see cref="Dispose"/>.</summary>
    public void Add(ProcessTree tree)
    {
        _added.Enqueue(tree);
        _ = _thread.Value;
        Ring();
    }

    /// <summary>Makes the thread look at all deadlines again by a point in time.</summary>
    /// <param name="due">A <see cref="Stopwatch"/> timestamp.</param>
    public void WakeBy(long due)
    {
        // The thread publishes its plan before it looks at deadlines once more; we set a deadline before we look at its plan.
        Interlocked.MemoryBarrier();
        if (due < Volatile.Read(ref _plannedWake))
        {
            Ring();
        }
    }

    /// <summary>Kills everything and ends the thread.</summary>
    public void Dispose()
    {
        if (_ending)
        {
            return;
        }

        _ending = true;
        if (_thread.IsValueCreated)
        {
            Ring();
            _thread.Value.Join();
        }

        _ring.Dispose();
        _bell.Dispose();
    }

    private void Ring() => _ring.WriteByte(1);

    private void Run()
    {
        Urgency.Raise(0, Urgency.Killing);
        var polled = new List<ProcessTree>();
        while (!_ending || _trees.Count > 0 || !_added.IsEmpty)
        {
            Wait(polled);
            while (_added.TryDequeue(out var tree))
            {
                _trees.Add(tree);
            }

            var now = Stopwatch.GetTimestamp();
            foreach (var tree in _trees)
            {
                if (_ending)
                {
                    tree.Kill(ExitReason.Killed);
                }

                Guard(tree, () => tree.Advance(now));
            }

            _trees.RemoveAll(tree => tree.IsGone);
        }
    }

    private static void Guard(ProcessTree tree, Action action)
    {
        try
        {
            action();
        }
#pragma warning disable CA1031 // The sandbox boundary: one sandbox that cannot be watched must not end the thread that guards all others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            tree.Abandon(exception);
        }
    }

    // Until a process ends, somebody rings, or the next deadline.
    private unsafe void Wait(List<ProcessTree> polled)
    {
        polled.Clear();
        polled.AddRange(_trees.Where(tree => tree.HasDescriptor));
        Span<Native.PollEntry> entries = polled.Count < 64 ? stackalloc Native.PollEntry[polled.Count + 1] : new Native.PollEntry[polled.Count + 1];
        entries[0] = new Native.PollEntry { Descriptor = _bell.ChildEnd, Events = Native.PollIn };
        for (var index = 0; index < polled.Count; index++)
        {
            entries[index + 1] = new Native.PollEntry { Descriptor = polled[index].Descriptor, Events = Native.PollIn };
        }

        fixed (Native.PollEntry* first = entries)
        {
            _ = Native.Poll(first, (nuint)entries.Length, PlanWake());
        }

        Volatile.Write(ref _plannedWake, 0);
        if (entries[0].Returned != 0)
        {
            var bytes = stackalloc byte[512];
            _ = Native.Read(_bell.ChildEnd, bytes, 512);
        }

        for (var index = 0; index < polled.Count; index++)
        {
            if (entries[index + 1].Returned != 0)
            {
                Guard(polled[index], polled[index].Reap);
            }
        }
    }

    // In milliseconds, as poll wants it; rounded up, so that it does not spin through the last one.
    private int PlanWake()
    {
        var due = Due();
        Interlocked.Exchange(ref _plannedWake, due);
        due = Math.Min(due, Due());
        if (due == long.MaxValue)
        {
            return -1;
        }

        var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
        return (int)Math.Clamp(Math.Ceiling(left.TotalMilliseconds), 0, 60_000);
    }

    private long Due() => _trees.Count == 0 ? long.MaxValue : _trees.Min(tree => tree.Due);
}
