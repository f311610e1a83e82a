using Cambrian.Core.Archives;
using Cambrian.Peers.Archives;

namespace Cambrian.Peers.Tests.Archives;

public sealed class EliteArchiveTests : ArchiveConformance
{
    protected override IArchive Create() => new EliteArchive();

    [Fact]
    public void The_best_of_all_that_came_are_kept()
    {
        var archive = new EliteArchive(25);
        var stream = Toy.Stream(seed: 3, count: 500).DistinctBy(candidate => candidate.Artifact.Id).ToList();
        stream.ForEach(candidate => archive.Add(candidate));
        var expected = stream.Order(Comparer<Candidate>.Create((one, other) => one.Beats(other) ? -1 : other.Beats(one) ? 1 : 0)).Take(25);
        Assert.Equal(expected.Select(candidate => candidate.Step).Order(), archive.Kept.Select(candidate => candidate.Step).Order());
    }
}

public sealed class CaseFrontArchiveTests : ArchiveConformance
{
    protected override IArchive Create() => new CaseFrontArchive();

    [Fact]
    public void A_specialist_stays_and_whoever_is_best_nowhere_goes()
    {
        var archive = new CaseFrontArchive();
        Assert.True(archive.Add(Draws.Cased(0, 5, 5, 5)));
        Assert.True(archive.Add(Draws.Cased(1, 6, 0, 0)));
        Assert.False(archive.Add(Draws.Cased(2, 5.5, 4, 4)));
        Assert.True(archive.Add(Draws.Cased(3, 7, 0, 0)));
        Assert.Equal([0, 3], archive.Kept.Select(candidate => candidate.Step));
        Assert.True(archive.Add(Draws.Cased(4, 8, 6, 6)));
        Assert.Equal([4], archive.Kept.Select(candidate => candidate.Step));
    }

    [Fact]
    public void Above_its_capacity_only_those_go_that_nobody_misses()
    {
        var archive = new CaseFrontArchive(capacity: 3);
        for (var step = 0; step < 6; step++)
        {
            archive.Add(Draws.Cased(step, [.. Enumerable.Range(0, 6).Select(problemCase => problemCase == step ? 9.0 : 0)]));
        }

        Assert.Equal(6, archive.Kept.Count);
        archive.Add(Draws.Cased(6, 9, 9, 0, 0, 0, 1));
        Assert.Equal(6, archive.Kept.Count);
        Assert.Contains(archive.Kept, candidate => candidate.Step == 6);
    }

    [Fact]
    public void Of_two_that_score_alike_on_all_cases_the_better_stays()
    {
        var archive = new CaseFrontArchive();
        archive.Add(new Candidate(0, Toy.Program("a long program"), Draws.Cased(0, 1, 2).Evaluation, []));
        Assert.False(archive.Add(new Candidate(1, Toy.Program("an even longer program"), Draws.Cased(0, 1, 2).Evaluation, [])));
        Assert.True(archive.Add(new Candidate(2, Toy.Program("short"), Draws.Cased(0, 1, 2).Evaluation, [])));
        Assert.Equal([2], archive.Kept.Select(candidate => candidate.Step));
    }
}

public sealed class AdaptiveIslandArchiveTests : ArchiveConformance
{
    protected override IArchive Create() => new AdaptiveIslandArchive(3, () => new PopulationArchive(20, 3));

    protected override IEnumerable<IReadOnlyList<Candidate>> Parts(IArchive archive) =>
        archive.Kept is AdaptiveIslands islands ? Enumerable.Range(0, islands.Places.IslandCount).Select(islands.Places.Island) : [];

    [Fact]
    public void The_best_of_each_island_are_copied_to_the_next_one_in_time()
    {
        var archive = new AdaptiveIslandArchive(3, () => new EveryArchive(), interval: 4, migrants: 1);
        archive.Add(Draws.Scored(0, 1));
        foreach (var step in new[] { 3, 6, 4, 5, 7 })
        {
            archive.Add(Draws.Scored(step, step, 0));
        }

        // After four children: 6 moves on, and as it is the best of the second island by then, to the third; that one's best is 6, which the first has.
        var places = Assert.IsType<AdaptiveIslands>(archive.Kept).Places;
        Assert.Equal([[0, 3, 6], [0, 4, 6, 7], [0, 5, 6]], Enumerable.Range(0, 3).Select(island => places.Island(island).Select(candidate => candidate.Step)));
    }

    [Fact]
    public void A_child_lives_where_its_parent_does()
    {
        var archive = new AdaptiveIslandArchive(4, () => new EveryArchive(), interval: 1_000);
        archive.Add(Draws.Scored(0, 1));
        archive.Add(Draws.Scored(2, 1, 0));
        for (var step = 3; step < 20; step++)
        {
            archive.Add(Draws.Scored(step, 1, step - 1));
        }

        Assert.Equal([1, 1, 19, 1], Enumerable.Range(0, 4).Select(island => Assert.IsType<AdaptiveIslands>(archive.Kept).Places.Island(island).Count));
    }
}
