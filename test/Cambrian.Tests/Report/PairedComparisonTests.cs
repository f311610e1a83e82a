using Cambrian.Report;
using CsCheck;

namespace Cambrian.Tests.Report;

public sealed class PairedComparisonTests
{
    [Fact]
    public void A_clear_difference_is_shown_with_its_size()
    {
        var comparison = PairedComparison.Of([5, 6, 7, 8, 9], [1, 2, 4, 4, 5]);

        Assert.Equal(3.8, comparison.MeanDifference, 9);
        Assert.Equal((5, 0, 0), comparison.Record);
        Assert.InRange(comparison.Interval.Low, 3, 3.8);
        Assert.InRange(comparison.Interval.High, 3.8, 4);
        Assert.True(comparison.IsShown);
        Assert.Equal(0.98, comparison.A12, 9);
        Assert.Equal(3.8 / Math.Sqrt(0.2), comparison.D!.Value, 9);
    }

    [Fact]
    public void Equal_scores_show_nothing()
    {
        var comparison = PairedComparison.Of([1, 2, 3], [1, 2, 3]);

        Assert.Equal((0, 3, 0), comparison.Record);
        Assert.Equal((0.0, 0.0), comparison.Interval);
        Assert.False(comparison.IsShown);
        Assert.Equal(0.5, comparison.A12);
        Assert.Null(comparison.D);
    }

    [Fact]
    public void Swapping_the_two_turns_every_sign()
    {
        var scores = Gen.Int[-20, 20].Select(value => (double)value).Array[6];
        Gen.Select(scores, scores).Sample(
            (a, b) =>
            {
                var (there, back) = (PairedComparison.Of(a, b), PairedComparison.Of(b, a));
                return Math.Abs(there.MeanDifference + back.MeanDifference) < 1e-9
                    && Math.Abs(there.A12 + back.A12 - 1) < 1e-9
                    && there.Interval.Low <= there.MeanDifference + 1e-9 && there.Interval.High >= there.MeanDifference - 1e-9
                    && there.Record.Wins == back.Record.Losses;
            },
            iter: 50);
    }

    [Fact]
    public void Nothing_to_compare_is_the_callers_mistake() => Assert.Throws<ArgumentException>(() => PairedComparison.Of([1], []));
}
