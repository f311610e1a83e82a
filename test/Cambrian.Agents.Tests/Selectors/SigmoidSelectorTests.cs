using Cambrian.Agents.Selectors;
using CsCheck;

namespace Cambrian.Agents.Tests.Selectors;

public sealed class SigmoidSelectorTests
{
    [Fact]
    public void Weights_are_sigmoid_of_score_times_one_over_one_plus_children()
    {
        // Scores 0.2, 0.5 and 0.8; the first has both others as children, the second none, the third one.
        var kept = AgentTree.Of((-1, [0.2]), (0, [0.5]), (0, [0.8]), (2, [0.1]));

        var weights = new SigmoidSelector().Weights(kept);

        Assert.Equal(1 / (1 + Math.Exp(3)) / 3, weights[0], 12);
        Assert.Equal(0.5, weights[1], 12);
        Assert.Equal(1 / (1 + Math.Exp(-3)) / 2, weights[2], 12);
        Assert.Equal(1 / (1 + Math.Exp(4)), weights[3], 12);
    }

    [Fact]
    public void The_adaptive_midpoint_is_the_mean_of_the_three_best()
    {
        var kept = AgentTree.Of((-1, [0.1]), (-1, [0.3]), (-1, [0.4]), (-1, [0.5]));

        // Mean of 0.3, 0.4 and 0.5: an agent with exactly that score weighs one half.
        Assert.Equal(0.5, new SigmoidSelector(midpoint: null).Weights(kept)[2], 12);
    }

    [Fact]
    public void The_public_codes_novelty_is_nearly_flat_at_first_and_then_falls()
    {
        Candidate[] With(int children) => AgentTree.Of([(-1, [0.5]), .. Enumerable.Range(0, children).Select(_ => (0, new[] { 0.5 }))]);
        var selector = new SigmoidSelector(novelty: Novelty.Cubic);

        Assert.Equal(0.5, selector.Weights(With(0))[0], 12);
        Assert.Equal(0.5 * Math.Exp(-Math.Pow(5 / 8.0, 3)), selector.Weights(With(5))[0], 12);
        Assert.Equal(0.5 * Math.Exp(-8), selector.Weights(With(16))[0], 12);
    }

    [Fact]
    public void A_perfect_agent_is_not_chosen_while_another_is_open()
    {
        var kept = AgentTree.Of((-1, [1.0, 1.0]), (0, [0.0, 0.0]));

        Assert.Equal(0, new SigmoidSelector().Weights(kept)[0]);
        Assert.All(Enumerable.Range(0, 50), seed => Assert.Same(kept[1], new SigmoidSelector().Select(kept, Randomness.From(seed))[0]));
        Assert.Same(kept[0], new SigmoidSelector().Select(kept[..1], Randomness.From(1))[0]);
    }

    [Fact]
    public void Every_open_agent_keeps_a_chance_and_a_better_one_of_equal_children_has_a_greater_one() =>
        Gen.Double[0, 0.99].Array[2, 20].Sample(scores =>
        {
            var kept = AgentTree.Of([.. scores.Select(score => (-1, new[] { score }))]);
            var weights = new SigmoidSelector().Weights(kept);
            for (var one = 0; one < scores.Length; one++)
            {
                Assert.True(weights[one] > 0);
                for (var other = 0; other < scores.Length; other++)
                {
                    Assert.True(scores[one] <= scores[other] || weights[one] >= weights[other]);
                }
            }
        });

    [Fact]
    public void Agents_are_drawn_as_often_as_they_weigh()
    {
        var kept = AgentTree.Of((-1, [0.4]), (0, [0.5]), (0, [0.6]), (1, [0.3]));
        var selector = new SigmoidSelector(companions: 0);
        var weights = selector.Weights(kept);
        var drawn = new int[kept.Length];
        const int draws = 20_000;
        for (var seed = 0; seed < draws; seed++)
        {
            drawn[Array.IndexOf(kept, selector.Select(kept, Randomness.From(seed))[0])]++;
        }

        // Five standard deviations of a binomial share at most.
        Assert.All(weights.Select((weight, index) => (Share: weight / weights.Sum(), Drawn: drawn[index] / (double)draws)), pair =>
            Assert.InRange(pair.Drawn, pair.Share - 0.018, pair.Share + 0.018));
    }
}
