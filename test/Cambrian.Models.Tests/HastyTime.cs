using System.Collections.Concurrent;

namespace Cambrian.Models.Tests;

/// <summary>A clock whose waits take a thousandth of what was asked for, and are remembered.</summary>
internal sealed class HastyTime : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();

    public IReadOnlyCollection<TimeSpan> Waits => _waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Hasty(base.CreateTimer(callback, state, Shortened(dueTime), period), this);

    private TimeSpan Shortened(TimeSpan wait)
    {
        _waits.Enqueue(wait);
        return wait > TimeSpan.Zero ? wait / 1_000 : wait;
    }

    private sealed class Hasty(ITimer inner, HastyTime time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(time.Shortened(dueTime), period);

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
