using Cambrian.Core.Archives;
using Cambrian.Peers.Archives;
using Cambrian.Peers.Selectors;

namespace Cambrian.Peers.Tests.Selectors;

public sealed class AdaEvolveSelectorTests : SelectorConformance
{
    protected override ISelector Create() => new AdaEvolveSelector();

    [Theory]
    [InlineData(0.15, 0.5)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void On_one_island_the_three_ways_mix_by_its_intensity(double least, double most)
    {
        // The seed, then nine children; the last of them improved nothing.
        double[] scores = [2, 3, 1, 4, 4.5, 0.5, 5, -3, 1, 2];
        Candidate[] kept = [.. scores.Select((score, step) => Draws.Scored(step, score, [.. step > 0 ? [0] : Array.Empty<int>()]))];
        var intensity = least + ((most - least) / (1 + Math.Sqrt(Signal(scores) + 1e-8)));
        var weights = Draws.Shares(scores.Select(score => Math.Max(score, 0.001)));
        var published = scores.Index().ToDictionary(at => at.Index, at => (intensity / 10)
            + (at.Index is 6 or 4 ? (1 - intensity) * 0.7 / 2 : 0)
            + ((1 - intensity) * 0.3 * weights[at.Index]));
        Draws.Agree(new AdaEvolveSelector(least, most), kept, published);
    }

    [Fact]
    public void The_island_with_the_greatest_bound_has_its_turn()
    {
        var archive = Visited(children: 24);
        var islands = Assert.IsType<AdaptiveIslands>(archive.Kept);
        var visits = islands.Progress.Sum(progress => progress.Visits);
        var bounds = islands.Progress.Select(progress => (progress.RecentReward / progress.RecentVisits) + (1.41 * Math.Sqrt(Math.Log(visits + 1) / progress.Visits))).ToList();
        var island = islands.Places.Island(bounds.IndexOf(bounds.Max()));
        Assert.All(Enumerable.Range(0, 200), seed => Assert.Contains(Create().Select(archive.Kept, Randomness.From(seed))[0], island));
    }

    [Fact]
    public void Before_each_was_visited_three_times_only_the_others_have_theirs()
    {
        // The first island has three visits, the second two, the third one.
        var archive = new AdaptiveIslandArchive(3, () => new EveryArchive(), interval: 1_000);
        archive.Add(Draws.Scored(0, 1));
        foreach (var step in new[] { 3, 6, 9, 4, 7, 5 })
        {
            archive.Add(Draws.Scored(step, step, 0));
        }

        HashSet<int> parents = [.. Enumerable.Range(0, 400).Select(seed => new AdaEvolveSelector(1, 1).Select(archive.Kept, Randomness.From(seed))[0].Step)];
        Assert.Equal([0, 4, 5, 7], parents.Order());
    }

    [Fact]
    public void The_best_of_all_islands_are_shown()
    {
        var archive = Visited(children: 24);
        var best = archive.Kept.DistinctBy(candidate => candidate.Step).OrderByDescending(candidate => candidate.Score).Take(3);
        var choice = Create().Select(archive.Kept, Randomness.From(1));
        Assert.Equal(5, choice.Distinct().Count());
        Assert.All(best, candidate => Assert.Contains(candidate, choice));
    }

    [Fact]
    public void Intensities_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdaEvolveSelector(0.5, 0.4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdaEvolveSelector(0.5, 1.1));
    }

    private static AdaptiveIslandArchive Visited(int children)
    {
        var archive = new AdaptiveIslandArchive(3, () => new PopulationArchive(20, 3), interval: 1_000);
        archive.Add(Draws.Scored(0, 1));
        for (var step = 1; step <= children; step++)
        {
            archive.Add(Draws.Scored(step, step % 3 == 1 ? 1 + step : 1.0 / step, 0));
        }

        return archive;
    }

    // G as the paper has it: it falls with every evaluation that improves nothing.
    private static double Signal(double[] scores)
    {
        var (signal, best) = (0.1, scores[0]);
        foreach (var score in scores.Skip(1))
        {
            var improvement = score > best ? Math.Min((score - best) / (Math.Abs(best) + 1e-8), 1) : 0;
            (signal, best) = ((0.9 * signal) + (0.1 * improvement * improvement), Math.Max(best, score));
        }

        return signal;
    }
}
