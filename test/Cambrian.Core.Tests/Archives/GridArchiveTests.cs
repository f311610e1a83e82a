using System.Collections.Immutable;
using Cambrian.Core.Archives;
using CsCheck;

namespace Cambrian.Core.Tests.Archives;

public sealed class GridArchiveTests : ArchiveConformance
{
    protected override IArchive Create() => Grid();

    [Fact]
    public void Every_cell_holds_the_best_of_its_candidates()
    {
        var archive = Grid();
        var stream = Toy.Stream(seed: 1, count: 800).DistinctBy(candidate => candidate.Artifact.Id).ToList();
        foreach (var candidate in stream)
        {
            archive.Add(candidate);
        }

        var expected = stream.GroupBy(candidate => string.Join(',', archive.CellOf(candidate)))
            .Select(cell => cell.Aggregate((best, other) => other.Beats(best) ? other : best).Step);
        Assert.Equal(expected.Order(), archive.Kept.Select(kept => kept.Step).Order());
    }

    [Theory]
    [InlineData(-1e9, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(10, 0)]
    [InlineData(14.9, 0)]
    [InlineData(15, 1)]
    [InlineData(29.99, 3)]
    [InlineData(30, 3)]
    [InlineData(1e300, 3)]
    [InlineData(double.PositiveInfinity, 3)]
    public void Values_out_of_range_fall_into_the_outermost_bins(double value, int bin)
    {
        var archive = new GridArchive([new GridAxis("x", 10, 30, 4)]);
        Assert.Equal([bin], archive.CellOf(Measured(0, "x", value)));
    }

    [Fact]
    public void Any_value_falls_into_a_bin_that_exists() =>
        Gen.Select(Gen.Double, Gen.Double, Gen.Double, Gen.Int[1, 50]).Where((a, b, _, _) => a < b).Sample((lower, upper, value, bins) =>
            new GridArchive([new GridAxis("x", lower, upper, bins)]).CellOf(Measured(0, "x", value)) is [var bin] && bin >= 0 && bin < bins);

    [Fact]
    public void The_length_of_the_program_is_a_measure_of_its_own()
    {
        var archive = new GridArchive([new GridAxis(GridAxis.Length, 0, 100, 10)]);
        Assert.Equal([1], archive.CellOf(new Candidate(0, Toy.Program("fifteen letters"), Evaluation.Of(1), [])));
    }

    [Fact]
    public void A_missing_metric_is_reported_with_those_there_are()
    {
        var archive = new GridArchive([new GridAxis("speed", 0, 1, 2)]);
        var thrown = Assert.Throws<InvalidOperationException>(() => archive.Add(Measured(7, "size", 3)));
        Assert.Contains("'speed'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("step 7", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("only size", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_that_make_no_grid_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new GridArchive([]));
        Assert.Throws<ArgumentException>(() => new GridArchive([new GridAxis("x", 1, 1, 2)]));
        Assert.Throws<ArgumentException>(() => new GridArchive([new GridAxis("x", 0, double.NaN, 2)]));
        Assert.Throws<ArgumentException>(() => new GridArchive([new GridAxis("x", 0, 1, 0)]));
        Assert.Throws<ArgumentException>(() => new GridArchive(Enumerable.Repeat(new GridAxis("x", 0, 1, 100_000), 2)));
    }

    private static GridArchive Grid() => new([new GridAxis("first", 'a', 'z', 5), new GridAxis("vowels", 0, 16, 4)]);

    private static Candidate Measured(int step, string metric, double value) => new(
        step, Toy.Program("x"), Evaluation.Of(1) with { Metrics = ImmutableSortedDictionary<string, double>.Empty.Add(metric, value) }, []);
}
