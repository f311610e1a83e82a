using System.Collections.Concurrent;
using Cambrian.Sandbox.ControlGroups;

namespace Cambrian.Sandbox.Launching;

/// <summary>
/// The thread whose children the sandboxes are. The kernel kills a sandbox when the thread that started it ends
/// (PR_SET_PDEATHSIG), which threads of the pool do as they please: so there is one that lasts. It also clears control groups
/// away, since both that and a start wait for locks of the kernel, for which no deadline must have to wait. Safe to use from
/// several threads.
/// </summary>
internal sealed class ParentThread : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(5);
    private const int LastAttempts = 400;
    private readonly ManualResetEventSlim _never = new();
    private readonly BlockingCollection<Action> _requests = [];
    private readonly List<ControlGroup> _abandoned = [];
    private readonly Lazy<Thread> _thread;

    /// <summary>A thread that starts with its first request.</summary>
    public ParentThread() => _thread = new Lazy<Thread>(() =>
    {
        var thread = new Thread(Run) { IsBackground = true, Name = "sandbox parent" };
        thread.Start();
        return thread;
    });

    /// <summary>Calls a function on the thread.</summary>
    /// <exception cref="ObjectDisposedException">It has ended.</exception>
    public Task<T> RunAsync<T>(Func<T> function)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = _thread.Value;
        Post(() =>
        {
            try
            {
                result.SetResult(function());
            }
#pragma warning disable CA1031 // The sandbox boundary: whatever goes wrong with one start goes to whoever asked for it.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                result.SetException(exception);
            }
        });
        return result.Task;
    }

    /// <summary>Removes a control group in which nothing is alive any more, when there is time for it.</summary>
    public void Remove(ControlGroup group) => Post(() =>
    {
        _abandoned.Add(group);
        _abandoned.RemoveAll(TryRemove);
    });

    /// <summary>Does what was asked for, and ends; with it what it started, should that still be alive.</summary>
    public void Dispose()
    {
        _requests.CompleteAdding();
        if (_thread.IsValueCreated)
        {
            _thread.Value.Join();
        }

        _requests.Dispose();
        _never.Dispose();
    }

    private static bool TryRemove(ControlGroup group)
    {
        if (!group.TryRemove())
        {
            return false;
        }

        group.Dispose();
        return true;
    }

    private void Post(Action request)
    {
        try
        {
            _requests.Add(request);
        }
        catch (InvalidOperationException exception)
        {
            throw new ObjectDisposedException(nameof(SandboxRunner), exception);
        }
    }

    private void Run()
    {
        while (!_requests.IsCompleted)
        {
            if (_requests.TryTake(out var request, _abandoned.Count == 0 ? Timeout.InfiniteTimeSpan : Retry))
            {
                request();
            }

            _abandoned.RemoveAll(TryRemove);
        }

        // What the kernel does not let go of by then, the next host removes.
        for (var attempt = 0; attempt < LastAttempts && _abandoned.Count > 0; attempt++)
        {
            _never.Wait(Retry);
            _abandoned.RemoveAll(TryRemove);
        }

        _abandoned.ForEach(group => group.Dispose());
    }
}
