using Cambrian.Core.Archives;
using Cambrian.Peers.Selectors;

namespace Cambrian.Peers.Tests.Selectors;

public sealed class OpenEvolveSelectorTests : SelectorConformance
{
    protected override ISelector Create() => new OpenEvolveSelector();

    [Theory]
    [InlineData(0.2, 0.7, 2)]
    [InlineData(0.2, 0.7, 100)]
    [InlineData(1, 0, 2)]
    [InlineData(0, 1, 3)]
    [InlineData(0, 0, 2)]
    public void On_one_island_the_three_ways_mix_as_published(double exploration, double exploitation, int elites)
    {
        double[] scores = [4, -1, 0, 2, 3];
        Candidate[] kept = [.. scores.Select((score, step) => Draws.Scored(step, score))];
        var best = scores.OrderDescending().Take(elites).ToList();
        var weights = Draws.Shares(scores.Select(score => Math.Max(score, 0.001)));
        var published = scores.Index().ToDictionary(at => at.Index, at => (exploration / scores.Length)
            + (best.Contains(at.Item) ? exploitation / best.Count : 0)
            + ((1 - exploration - exploitation) * weights[at.Index]));
        Draws.Agree(new OpenEvolveSelector(exploration, exploitation, elites), kept, published);
    }

    [Fact]
    public void Islands_take_turns_and_prefer_their_own_elites()
    {
        // Three elites over all: 9 and 8 on the first island, 7 on the second; the third has none and takes any.
        var archive = Islands([9, 8, 1], [7, 2], [3, 4]);
        var elite = new Dictionary<double, double> { [9] = (1 / 2.0) + (1 / 3.0), [8] = (1 / 2.0) + (1 / 3.0), [7] = 1 + (1 / 3.0) };
        Draws.Agree(new OpenEvolveSelector(0, 1, elites: 3), archive, archive.ToDictionary(candidate => candidate.Step, candidate => elite.GetValueOrDefault(candidate.Score) / 3));
    }

    [Fact]
    public void Where_no_fitness_is_above_the_least_weight_all_are_equal()
    {
        Candidate[] kept = [.. new[] { -5, -1e9, 0, 0.0005 }.Select((score, step) => Draws.Scored(step, score))];
        Draws.Agree(new OpenEvolveSelector(0, 0), kept, kept.ToDictionary(candidate => candidate.Step, _ => 0.25));
    }

    [Fact]
    public void The_best_of_the_island_stands_first_behind_the_parent_and_nobody_twice()
    {
        var archive = Islands([9, 8, 1, 5, 6, 7], [30, 20, 10]);
        for (var seed = 0; seed < 500; seed++)
        {
            var choice = new OpenEvolveSelector(1, 0).Select(archive, Randomness.From(seed));
            var island = archive.Island(archive.Island(0).Contains(choice[0]) ? 0 : 1);
            var best = island.OrderByDescending(candidate => candidate.Score).ToList();
            Assert.True(choice[0] == best[0] ? choice.Contains(best[1]) : choice[1] == best[0]);
            Assert.All(choice, candidate => Assert.Contains(candidate, island));
            Assert.Equal(choice.Count, choice.Distinct().Count());
            Assert.InRange(choice.Count, 3, 5);
        }
    }

    [Fact]
    public void Probabilities_above_one_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OpenEvolveSelector(0.5, 0.6));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OpenEvolveSelector(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OpenEvolveSelector(elites: 0));
    }

    private static Islands Islands(params double[][] scores)
    {
        var step = 0;
        Candidate[][] islands = [.. scores.Select(island => island.Select(score => Draws.Scored(step++, score)).ToArray())];
        return new Islands(islands.Length, island => islands[island]);
    }
}
