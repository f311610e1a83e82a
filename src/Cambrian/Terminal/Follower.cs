using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Terminal;

/// <summary>Reads a run's steps, folds them into a progress and keeps a view alive while it waits.</summary>
/// <param name="progress">Takes every step.</param>
/// <param name="view">Shows them.</param>
/// <param name="time">The clock of the view's ticks.</param>
/// <param name="models">The models whose news are shown, and whose run is warned of the end of its limits; null where there are none.</param>
internal sealed class Follower(Progress progress, IRunView view, TimeProvider time, ModelTeam? models = null)
{
    private readonly BudgetWarnings _warnings = new();
    private static readonly TimeSpan TickLength = TimeSpan.FromMilliseconds(200);
    private long _lastTick = time.GetTimestamp();

    /// <summary>Follows a run to its end.</summary>
    /// <param name="steps">The run.</param>
    /// <param name="cancellation">Stops the run; what it throws then comes through.</param>
    public Task FollowAsync(IAsyncEnumerable<Step> steps, CancellationToken cancellation)
    {
        progress.Start();
        return view.WatchAsync(progress, async () =>
        {
            var enumerator = steps.GetAsyncEnumerator(cancellation);
            await using (enumerator.ConfigureAwait(false))
            {
                while (await WaitAsync(enumerator.MoveNextAsync()).ConfigureAwait(false))
                {
                    Take(enumerator.Current);
                }

                Tick();
            }
        });
    }

    private void Take(Step step)
    {
        var recorded = progress.Steps < progress.RecordedSteps;
        var best = progress.Take(step);
        view.Show(step, best && !recorded);
        if (time.GetElapsedTime(_lastTick) >= TickLength)
        {
            Tick();
        }
    }

    // Steps and ticks come on one flow of control, so that views need no locks.
    private async ValueTask<bool> WaitAsync(ValueTask<bool> next)
    {
        if (next.IsCompleted)
        {
            return await next.ConfigureAwait(false);
        }

        var moved = next.AsTask();
        while (!moved.IsCompleted)
        {
            using var over = new CancellationTokenSource();
            await Task.WhenAny(moved, Task.Delay(TickLength, time, over.Token)).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false);
            if (!moved.IsCompleted)
            {
                Tick();
            }
        }

        return await moved.ConfigureAwait(false);
    }

    private void Tick()
    {
        ShowNews();
        _lastTick = time.GetTimestamp();
        view.Tick();
    }

    private void ShowNews()
    {
        if (models is null)
        {
            return;
        }

        while (models.NextRemark() is { } remark)
        {
            view.Say(remark);
        }

        foreach (var warning in _warnings.Of(progress.Shares()))
        {
            view.Say(warning);
        }
    }
}
