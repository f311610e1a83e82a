using Cambrian.Peers.Archives;
using Cambrian.Peers.Selectors;
using CsCheck;

namespace Cambrian.Peers.Tests.Selectors;

public sealed class ShinkaEvolveSelectorTests : SelectorConformance
{
    protected override ISelector Create() => new ShinkaEvolveSelector();

    [Fact]
    public void Parents_are_drawn_by_sigmoid_and_children()
    {
        // Median 3; deviations 0 0 0.05 0.05 0.1 0.1 2 4, so their median is 0.075.
        Candidate[] kept =
        [
            Draws.Scored(0, 1), Draws.Scored(1, 2.9), Draws.Scored(2, 3), Draws.Scored(3, 3.1, 2), Draws.Scored(4, 7, 2), Draws.Scored(5, 3, 4), Draws.Scored(6, 3.05, 4), Draws.Scored(7, 2.95, 4),
        ];
        double[] scores = [.. kept.Select(candidate => candidate.Score)];
        int[] children = [0, 0, 2, 0, 3, 0, 0, 0];
        const double Median = 3;
        const double Deviation = 0.075;
        var published = Draws.Shares(scores.Select((score, index) => 1 / (1 + Math.Exp(-2 * (score - Median) / Deviation)) / (1 + children[index])));
        Draws.Agree(new ShinkaEvolveSelector(steepness: 2), kept, published.Index().ToDictionary(at => at.Index, at => at.Item));
    }

    [Fact]
    public void No_scale_and_no_offset_of_the_scores_changes_anything() =>
        Gen.Select(Gen.Double[-10, 10].Array[2, 12], Gen.Double[0.01, 1_000], Gen.Double[-1_000, 1_000]).Where((scores, _, _) => scores.Distinct().Count() == scores.Length).Sample((scores, scale, offset) =>
        {
            var plain = new ShinkaEvolveSelector(1).Weights([.. scores.Select((score, step) => Draws.Scored(step, score))]);
            var scaled = new ShinkaEvolveSelector(1).Weights([.. scores.Select((score, step) => Draws.Scored(step, (score * scale) + offset))]);

            // The least deviation is no scale-free number.
            return Deviation(scores) < 1e-3 || Deviation(scores) * scale < 1e-3 || plain.Zip(scaled).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        });

    [Fact]
    public void Among_equals_only_children_count()
    {
        Candidate[] kept = [Draws.Scored(0, 5), Draws.Scored(1, 5, 0), Draws.Scored(2, 5, 0), Draws.Scored(3, 5, 1)];
        Assert.Equal([0.5 / 3, 0.5 / 2, 0.5, 0.5], new ShinkaEvolveSelector().Weights(kept));
    }

    [Fact]
    public void A_steep_choice_leaves_those_below_the_median_nothing()
    {
        var weights = new ShinkaEvolveSelector(steepness: 1_000).Weights([.. Enumerable.Range(0, 5).Select(step => Draws.Scored(step, step))]);
        Assert.Equal([0, 0, 0.5, 1, 1], weights);
    }

    [Fact]
    public void An_archive_of_elites_knows_children_that_it_does_not_keep()
    {
        var archive = new EliteArchive(capacity: 2);
        archive.Add(Draws.Scored(0, 5));
        for (var step = 1; step < 5; step++)
        {
            archive.Add(Draws.Scored(step, step, 0));
        }

        Assert.Equal([0, 4], archive.Kept.Select(candidate => candidate.Step));
        Assert.Equal(0.2, new ShinkaEvolveSelector().Weights(archive.Kept)[0] / new ShinkaEvolveSelector().Weights([archive.Kept[0], archive.Kept[1] with { Parents = [] }])[0], 9);
    }

    [Fact]
    public void The_best_is_shown_last()
    {
        Candidate[] kept = [.. Enumerable.Range(0, 9).Select(step => Draws.Scored(step, step))];
        for (var seed = 0; seed < 200; seed++)
        {
            var choice = new ShinkaEvolveSelector().Select(kept, Randomness.From(seed));
            Assert.Equal(3, choice.Distinct().Count());
            Assert.Equal(choice[0].Step == 8 ? 7 : 8, choice[^1].Step);
            Assert.True(choice[1].Score < choice[2].Score);
        }
    }

    private static double Deviation(double[] scores)
    {
        var median = Median(scores);
        return Median([.. scores.Select(score => Math.Abs(score - median))]);
    }

    private static double Median(double[] values) => (values.Order().ElementAt(values.Length / 2) + values.Order().ElementAt((values.Length - 1) / 2)) / 2;
}
