using Cambrian.Core;
using Cambrian.Terminal;
using Microsoft.Extensions.Time.Testing;

namespace Cambrian.Tests.Terminal;

public sealed class ProgressTests
{
    [Fact]
    public void Counts_steps_evaluations_and_admissions_and_knows_the_best()
    {
        var run = new ScriptedRun().Admit(-4, "seed", "seed").Fail("no", "edit", 0).Nothing("edit", 0).Admit(-3, "better", "join", 0).Admit(-3, "equal", "swap", 0);
        var progress = new Progress(new Budget { Steps = 10 }, recordedSteps: 0, new FakeTimeProvider());
        var news = run.Steps.Select(progress.Take).ToList();

        Assert.Equal([true, false, false, true, false], news);
        Assert.Equal((5, 4, 3), (progress.Steps, progress.Evaluations, progress.Admitted));
        Assert.Equal((-3, "join"), (progress.Best!.Score, progress.BestOrigin));
        Assert.Equal(0.5, progress.Fraction);
        Assert.Equal([(0, -4.0), (3, -3.0)], progress.Curve.Points);
    }

    [Fact]
    public void The_time_left_is_that_of_the_limit_reached_first()
    {
        var time = new FakeTimeProvider();
        var progress = new Progress(new Budget { Steps = 1_000, Time = TimeSpan.FromSeconds(60) }, recordedSteps: 0, time);
        var run = new ScriptedRun();
        for (var step = 0; step < 40; step++)
        {
            run.Admit(step, "text");
            time.Advance(TimeSpan.FromMilliseconds(100));
            progress.Take(run.Steps[step]);
        }

        Assert.InRange(progress.StepsPerSecond, 9.9, 10.1);
        Assert.Equal(TimeSpan.FromSeconds(56), progress.Remaining);
        Assert.InRange(progress.Fraction!.Value, 0.066, 0.067);
    }

    [Fact]
    public void Recorded_steps_are_no_news_and_do_not_count_as_speed()
    {
        var run = new ScriptedRun().Admit(-4, "seed", "seed").Admit(-3, "better", "join", 0);
        var progress = new Progress(new Budget(), recordedSteps: 2, new FakeTimeProvider());
        foreach (var step in run.Steps)
        {
            progress.Take(step);
        }

        Assert.Equal(0, progress.StepsPerSecond);
        Assert.Null(progress.BestAt);
        Assert.Null(progress.Fraction);
    }
}
