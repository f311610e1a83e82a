using Cambrian.Core.Selectors;
using Cambrian.Models.Selectors;

namespace Cambrian.Models.Tests.Selectors;

public sealed class InspiringSelectorConformance : SelectorConformance
{
    protected override ISelector Create() => new InspiringSelector(new UniformSelector(), top: 2, others: 1);
}

public sealed class InspiringSelectorTests
{
    [Fact]
    public void The_best_others_come_behind_the_parents_and_then_any()
    {
        var kept = Toy.Stream(seed: 5, count: 60);
        for (var seed = 0; seed < 50; seed++)
        {
            var parents = new UniformSelector().Select(kept, Randomness.From(seed));
            var chosen = new InspiringSelector(new UniformSelector(), top: 3, others: 2).Select(kept, Randomness.From(seed));
            var best = kept.Where(candidate => !parents.Any(parent => parent.Artifact.Equals(candidate.Artifact)))
                .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Step).DistinctBy(candidate => candidate.Artifact).Take(3);

            Assert.Equal(parents, chosen.Take(2));
            Assert.Equal(best.Select(candidate => candidate.Score), chosen.Skip(2).Take(3).Select(candidate => candidate.Score));
            Assert.Equal(7, chosen.Count);
        }
    }

    [Fact]
    public void Where_there_is_nothing_else_the_parents_are_alone()
    {
        var only = Toy.Candidate(0, "mmmmmmmmmmmmmmmm");
        Assert.Equal([only, only], new InspiringSelector(new UniformSelector(), top: 2, others: 0).Select([only], Randomness.From(1)));
    }
}
