using System.Collections.Concurrent;
using System.Diagnostics;

namespace Cambrian.Sandbox.Launching;

/// <summary>
/// The one thread that starts, watches and kills sandboxes. A thread of its own because the kernel kills a sandbox when the
/// thread that started it ends (PR_SET_PDEATHSIG), which threads of the pool do as they please, and because a deadline must
/// not wait for a busy pool. Safe to use from several threads.
/// </summary>
internal sealed class ProcessWatch : IDisposable
{
    private const int Urgent = -10;
    private readonly ConcurrentQueue<Request> _requests = new();
    private readonly List<ProcessTree> _trees = [];
    private readonly Lazy<Thread> _thread;
    private readonly Pipe _bell = Pipe.ToChild();
    private readonly Stream _ring;
    private long _plannedWake = long.MaxValue;
    private bool _mayHurry = true;
    private int _usualNiceness;
    private volatile bool _ending;
    private volatile bool _ended;

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

    /// <summary>Starts a process and watches it until its tree is gone.</summary>
    /// <param name="start">Called on the watch's thread.</param>
    public Task<ProcessTree> StartAsync(Func<ProcessWatch, ProcessTree> start)
    {
        ObjectDisposedException.ThrowIf(_ending, this);
        _ = _thread.Value;
        var request = new Request(start, new(TaskCreationOptions.RunContinuationsAsynchronously));
        _requests.Enqueue(request);
        if (_ended)
        {
            Refuse();
        }
        else
        {
            Ring();
        }

        return request.Started.Task;
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

        _ended = true;
        Refuse();

        _ring.Dispose();
        _bell.Dispose();
    }

    private void Refuse()
    {
        while (_requests.TryDequeue(out var request))
        {
            request.Started.SetException(new ObjectDisposedException(nameof(SandboxRunner)));
        }
    }

    private void Ring() => _ring.WriteByte(1);

    private void Run()
    {
        var handled = new List<ProcessTree>();
        _usualNiceness = Native.GetPriority(0, 0);
        SetNiceness(Urgent);
        while (!_ending || _trees.Count > 0)
        {
            Wait(handled);
            while (_requests.TryDequeue(out var request))
            {
                Start(request);
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

#pragma warning disable CA1031 // The sandbox boundary: one sandbox that cannot be started or watched must not end the thread that guards all others.
    private void Start(Request request)
    {
        try
        {
            // A child inherits the niceness of the thread that starts it.
            SetNiceness(_usualNiceness);
            var tree = request.Start(this);
            _trees.Add(tree);
            request.Started.SetResult(tree);
        }
        catch (Exception exception)
        {
            request.Started.SetException(exception);
        }
        finally
        {
            SetNiceness(Urgent);
        }
    }

    // On an overloaded machine the thread that keeps the deadlines goes first, where it may: as root, or with a limit on niceness raised.
    private void SetNiceness(int niceness)
    {
        if (_mayHurry && Native.SetPriority(0, 0, niceness) != 0)
        {
            _mayHurry = false;
        }
    }

    private static void Guard(ProcessTree tree, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            tree.Abandon(exception);
        }
    }
#pragma warning restore CA1031

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

    private sealed record Request(Func<ProcessWatch, ProcessTree> Start, TaskCompletionSource<ProcessTree> Started);
}
