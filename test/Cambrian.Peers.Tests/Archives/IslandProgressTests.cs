using Cambrian.Peers.Archives;
using CsCheck;

namespace Cambrian.Peers.Tests.Archives;

public sealed class IslandProgressTests
{
    [Fact]
    public void The_signal_stays_between_0_and_1_and_the_intensity_between_its_bounds() =>
        Gen.Double.Array[0, 30].Sample(scores =>
        {
            var progress = scores.Aggregate(new IslandProgress(), (before, score) => before.Evaluated(score, before.Best));
            return progress.Signal is >= 0 and <= 1 && progress.Intensity(0.15, 0.5) is >= 0.15 and <= 0.5;
        });

    [Fact]
    public void An_island_that_stagnates_explores_as_much_as_it_may_in_the_end()
    {
        var progress = new IslandProgress().Evaluated(1, double.NegativeInfinity).Evaluated(2, 1);
        var busy = progress.Intensity(0.15, 0.5);
        for (var evaluation = 0; evaluation < 400; evaluation++)
        {
            progress = progress.Evaluated(1.5, 2);
        }

        Assert.True(busy < 0.45, $"{busy}");
        Assert.Equal(0.5, progress.Intensity(0.15, 0.5), 4);
        Assert.Equal(0, progress.RecentReward, 9);
        Assert.Equal(10, progress.RecentVisits, 6);
    }

    [Fact]
    public void An_island_that_doubles_its_best_all_the_time_exploits_as_much_as_it_may()
    {
        var progress = new IslandProgress();
        for (var evaluation = 0; evaluation < 300; evaluation++)
        {
            progress = progress.Evaluated(Math.Pow(2, evaluation), progress.Best);
        }

        Assert.Equal(1, progress.Signal, 9);
        Assert.Equal((0.15 + 0.5) / 2, progress.Intensity(0.15, 0.5), 6);
    }

    [Fact]
    public void Improvements_are_relative_so_no_scale_changes_the_signal() =>
        Gen.Select(Gen.Double[1, 10].Array[1, 20], Gen.Double[1, 1_000]).Sample((scores, scale) =>
        {
            IslandProgress Of(double factor) => scores.Aggregate(new IslandProgress(), (before, score) => before.Evaluated(score * factor, before.Best));
            return Math.Abs(Of(1).Signal - Of(scale).Signal) < 1e-6;
        });

    [Fact]
    public void A_poor_island_earns_little_for_a_great_step_of_its_own()
    {
        var poor = new IslandProgress { Best = 1 }.Evaluated(2, bestOfAll: 100);
        Assert.Equal(0.01, poor.RecentReward, 6);
        Assert.Equal(0.1, poor.Signal, 6);
    }

    [Fact]
    public void What_was_received_is_no_visit()
    {
        var progress = new IslandProgress { Best = 1 }.Received(2);
        Assert.Equal((2, 0, 0.0), (progress.Best, progress.Visits, progress.RecentReward));
        Assert.Equal(0.1, progress.Signal, 6);
        Assert.Equal(progress, progress.Received(1.5));
    }
}
