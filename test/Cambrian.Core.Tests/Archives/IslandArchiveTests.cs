using Cambrian.Core.Archives;

namespace Cambrian.Core.Tests.Archives;

public sealed class IslandArchiveTests : ArchiveConformance
{
    protected override IArchive Create() => new IslandArchive(3, () => new PopulationArchive(20, 3), patience: 40);

    protected override IEnumerable<IReadOnlyList<Candidate>> Parts(IArchive archive)
    {
        var islands = Assert.IsType<Islands>(archive.Kept);
        return Enumerable.Range(0, islands.IslandCount).Select(islands.Island);
    }

    [Fact]
    public void A_seed_settles_on_every_island()
    {
        var archive = Everyone(islands: 4);
        archive.Add(Made(0, 1));
        archive.Add(Made(1, 2));
        Assert.All(Enumerable.Range(0, 4), island => Assert.Equal([0, 1], Steps(archive, island)));
        Assert.Equal(8, archive.Kept.Count);
    }

    [Fact]
    public void The_children_of_seeds_are_dealt_out_and_theirs_stay_on_the_island()
    {
        var archive = Everyone(islands: 3);
        archive.Add(Made(0, 1));
        for (var step = 1; step <= 6; step++)
        {
            archive.Add(Made(step, 2, parents: 0));
        }

        archive.Add(Made(7, 2, parents: 4));
        archive.Add(Made(8, 2, parents: [7, 2]));
        Assert.Equal([0, 3, 6], Steps(archive, 0));
        Assert.Equal([0, 1, 4, 7, 8], Steps(archive, 1));
        Assert.Equal([0, 2, 5], Steps(archive, 2));
    }

    [Fact]
    public void An_island_without_a_new_best_is_founded_anew_with_the_seeds_and_the_best_of_another()
    {
        var archive = Everyone(islands: 2, patience: 3);
        archive.Add(Made(0, 1));
        archive.Add(Made(1, 2, parents: 0));
        archive.Add(Made(2, 9, parents: 0));
        archive.Add(Made(4, 10, parents: 2));
        foreach (var step in new[] { 5, 7, 9 })
        {
            Assert.Equal(0, Steps(archive, 1)[0]);
            archive.Add(Made(step, 0, parents: 1));
        }

        Assert.Equal([0, 2, 4], Steps(archive, 0));
        Assert.Equal([0, 4], Steps(archive, 1));
    }

    [Fact]
    public void The_children_of_a_migrant_are_dealt_out_between_its_islands()
    {
        var archive = Everyone(islands: 3, patience: 1);
        archive.Add(Made(0, 1));
        archive.Add(Made(1, 10, parents: 0));
        archive.Add(Made(2, 0, parents: 0));
        Assert.Contains(Steps(archive, 2), step => step is 1 or 0);
        archive.Add(Made(4, 20, parents: 1));
        archive.Add(Made(5, 0.5, parents: 0));
        var homes = Enumerable.Range(0, 3).Where(island => Steps(archive, island).Contains(4)).ToList();
        for (var step = 6; step < 16; step++)
        {
            archive.Add(Made(step, 30 + step, parents: 4));
            Assert.Contains(homes, island => Steps(archive, island).Contains(step));
        }
    }

    [Fact]
    public void The_island_with_the_best_of_all_is_never_founded_anew()
    {
        var archive = Everyone(islands: 3, patience: 2);
        archive.Add(Made(0, 1));
        archive.Add(Made(1, 100, parents: 0));
        for (var step = 2; step < 60; step++)
        {
            archive.Add(Made(step, step % 7, parents: step % 2 == 0 ? 1 : 0));
            Assert.Contains(1, Steps(archive, 1));
        }
    }

    [Fact]
    public void Only_numbers_that_make_islands_are_accepted()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Everyone(islands: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Everyone(islands: 256));
        Assert.Throws<ArgumentOutOfRangeException>(() => Everyone(islands: 2, patience: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Everyone(islands: 2).Kept[0]);
    }

    private static IslandArchive Everyone(int islands, int patience = 1000) => new(islands, () => new EveryArchive(), patience);

    private static Candidate Made(int step, double score, params int[] parents) => new(step, Toy.Program($"program {step}"), Evaluation.Of(score), parents);

    private static List<int> Steps(IslandArchive archive, int island) => [.. Assert.IsType<Islands>(archive.Kept).Island(island).Select(kept => kept.Step)];
}
