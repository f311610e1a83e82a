using Cambrian.Core.Archives;

namespace Cambrian.Core.Tests.Archives;

public sealed class PopulationArchiveTests : ArchiveConformance
{
    protected override IArchive Create() => new PopulationArchive(capacity: 30, tournament: 3);

    [Fact]
    public void It_never_holds_more_than_its_capacity()
    {
        foreach (var capacity in new[] { 1, 2, 7 })
        {
            var archive = new PopulationArchive(capacity, tournament: 2);
            foreach (var candidate in Toy.Stream(seed: 1, count: 300))
            {
                archive.Add(candidate);
                Assert.InRange(archive.Kept.Count, 1, capacity);
            }

            Assert.Equal(capacity, archive.Kept.Count);
        }
    }

    [Fact]
    public void With_a_capacity_of_one_it_keeps_the_best()
    {
        var archive = new PopulationArchive(capacity: 1, tournament: 1);
        Candidate? best = null;
        foreach (var candidate in Toy.Stream(seed: 2, count: 300))
        {
            archive.Add(candidate);
            best = best is null || candidate.Beats(best) ? candidate : best;
            Assert.Same(best, Assert.Single(archive.Kept));
        }
    }

    [Fact]
    public void A_large_tournament_evicts_the_worst()
    {
        var archive = new PopulationArchive(capacity: 3, tournament: 500);
        foreach (var (step, score) in new[] { 5.0, 1.0, 3.0, 2.0, 4.0 }.Index())
        {
            archive.Add(Scored(step, $"program {step}", score));
        }

        Assert.Equal([5.0, 4.0, 3.0], archive.Kept.Select(kept => kept.Score));
    }

    [Fact]
    public void Of_two_that_behave_alike_the_better_is_kept_then_the_shorter_then_the_older()
    {
        var archive = new PopulationArchive(capacity: 10, tournament: 2);
        Assert.True(archive.Add(Scored(0, "long program", 1, "same")));
        Assert.False(archive.Add(Scored(1, "longer program", 1, "same")));
        Assert.False(archive.Add(Scored(2, "long-program", 1, "same")));
        Assert.True(archive.Add(Scored(3, "short", 1, "same")));
        Assert.False(archive.Add(Scored(4, "s", 0, "same")));
        Assert.True(archive.Add(Scored(5, "a very long program", 2, "same")));
        Assert.True(archive.Add(Scored(6, "another", 1, "other")));
        Assert.True(archive.Add(Scored(7, "unknown", 1, "")));
        Assert.True(archive.Add(Scored(8, "unknown too", 1, "")));
        Assert.Equal([5, 6, 7, 8], archive.Kept.Select(kept => kept.Step));
    }

    [Fact]
    public void No_two_that_behave_alike_are_ever_kept_together()
    {
        var archive = Create();
        foreach (var candidate in Toy.Stream(seed: 4, count: 800))
        {
            archive.Add(candidate);
            Assert.Equal(archive.Kept.Count, archive.Kept.DistinctBy(kept => kept.Evaluation.Behaviour).Count());
        }
    }

    private static Candidate Scored(int step, string text, double score, string behaviour = "") =>
        new(step, Toy.Program(text), Evaluation.Of(score) with { Behaviour = behaviour }, []);
}
