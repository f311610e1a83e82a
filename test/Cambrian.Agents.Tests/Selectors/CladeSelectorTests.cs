using Cambrian.Agents.Selectors;
using Cambrian.Numerics.Statistics;
using CsCheck;

namespace Cambrian.Agents.Tests.Selectors;

public sealed class CladeSelectorTests
{
    [Fact]
    public void Metaproductivity_is_the_share_of_successes_in_the_whole_clade()
    {
        //        0 (0 of 2)
        //       /          \
        //   1 (1 of 2)   2 (0 of 1)
        //      |
        //   3 (2 of 2)
        var kept = AgentTree.Of((-1, [0, 0]), (0, [1, 0]), (0, [0]), (1, [1, 1]));

        Assert.Equal([3.0 / 7, 3.0 / 4, 0, 1], CladeSelector.Metaproductivity(kept));
    }

    [Fact]
    public void An_agent_without_tasks_has_the_mean_of_its_prior() => Assert.Equal([0.5], CladeSelector.Metaproductivity(AgentTree.Of((-1, []))));

    // A published implementation adds descendants' results to the agent's own list on every call.
    [Fact]
    public void Counting_clades_changes_no_agent() => Gen.Int[0, 10_000].Select(Gen.Int[1, 30]).Sample((seed, count) =>
    {
        var kept = AgentTree.Random(seed, count);
        var first = CladeSelector.Metaproductivity(kept);
        new CladeSelector().Select(kept, Randomness.From(seed));
        Assert.Equal(first, CladeSelector.Metaproductivity(kept));
        Assert.Equal(ByDescent(kept), first);
    });

    [Fact]
    public void The_founder_of_a_successful_clade_is_preferred_to_a_better_agent_without_one()
    {
        // Agent 1 itself hardly solves anything, its children do; agent 2 did better than 1 and its children fail.
        double[] lost = [.. Enumerable.Repeat(0.0, 30)];
        double[] won = [.. Enumerable.Repeat(1.0, 30)];
        var kept = AgentTree.Of((-1, [0.5]), (0, [0, 0.1]), (0, [1, 0]), (1, won), (1, won), (2, lost), (2, lost));
        var chosen = Enumerable.Range(0, 400).Select(seed => new CladeSelector(companions: 1).Select(kept, Randomness.From(seed))[0].Step / 3).ToList();

        Assert.True(chosen.Count(index => index == 1) > chosen.Count(index => index == 2) + 20, string.Join(' ', chosen));
    }

    [Fact]
    public void A_child_is_made_exactly_while_tasks_to_the_power_of_alpha_are_as_many_as_children() => Gen.Int[0, 10_000].Select(Gen.Int[1, 30], Gen.Double[0, 1]).Sample((seed, count, alpha) =>
    {
        var kept = AgentTree.Random(seed, count);
        kept = kept.Unfinished([.. Enumerable.Range(0, count)]);
        var tasks = kept.Skip(1).Sum(child => child.Evaluation.Cases.Length); // the first is the seed

        var selector = new CladeSelector(alpha);
        var chosen = selector.Select(kept, Randomness.From(seed));

        Assert.Equal(Math.Pow(tasks, alpha) >= count - 1, selector.Expands(kept));
        Assert.Equal(selector.Expands(kept) ? 3 : 1, chosen.Count);
    });

    [Fact]
    public void Where_nothing_is_left_to_measure_a_child_is_made()
    {
        var kept = AgentTree.Of([(-1, [1.0]), .. Enumerable.Repeat((0, new[] { 1.0 }), 20)]);

        Assert.False(new CladeSelector().Expands(kept));
        Assert.Equal(3, new CladeSelector().Select(kept, Randomness.From(1)).Count);
    }

    [Fact]
    public void Finished_agents_are_not_measured_on_and_those_that_solved_nothing_make_no_children()
    {
        var kept = AgentTree.Of((-1, [0.5]), (0, [0, 0]), (0, []), (0, [0.2, 0.1])).Unfinished(1, 2, 3);
        var chosen = Enumerable.Range(0, 300).Select(seed => new CladeSelector(exponent: 0).Select(kept[..3], Randomness.From(seed))).ToList();
        var made = Enumerable.Range(0, 300).SelectMany(seed => new CladeSelector(exponent: 1).Select(kept, Randomness.From(seed))).ToList();

        Assert.All(chosen, alone => Assert.Contains(Assert.Single(alone), kept[1..3]));
        Assert.All(made, parent => Assert.Contains(parent, new[] { kept[0], kept[3] }));
        Assert.Equal(2, made.Distinct().Count());
    }

    // P(X > Y) for X of Beta(a, b) and Y of Beta(c, d) is the integral of Y's distribution function over X's density.
    [Fact]
    public void Agents_are_measured_as_often_as_a_draw_of_their_own_record_is_the_greatest()
    {
        // Own records: 6 of 10 and 3 of 8; the first has a child that would drag its clade down.
        var kept = AgentTree.Of((-1, [0.5]), (0, Share(6, 10)), (0, Share(3, 8)), (1, Share(0, 60))).Unfinished(1, 2);

        AssertShare(Greater((7, 5), (4, 6)), Drawn(new CladeSelector(exponent: 0), kept, agent: 1));
        AssertShare(Greater((14, 10), (8, 12)), Drawn(new CladeSelector(exponent: 0, temperature: 2), kept, agent: 1));
    }

    [Fact]
    public void Parents_are_chosen_as_often_as_a_draw_of_their_clades_record_is_the_greatest()
    {
        // Clades: 5 of 12, three of those failures a child's, which solved nothing and so is no parent; and 3 of 6.
        var kept = AgentTree.Of((-1, Share(5, 9)), (-1, Share(3, 6)), (0, Share(0, 3)));

        AssertShare(Greater((6, 8), (4, 4)), Drawn(new CladeSelector(), kept, agent: 0));
    }

    [Fact]
    public void An_agent_is_believed_as_good_as_it_very_likely_is_at_least()
    {
        static double Of(params double[] cases) => CladeSelector.Belief(new Evaluation { Outcome = Outcome.Valid, Cases = [.. cases] });

        Assert.Equal(Math.Pow(0.05, 1.0 / 2), Of(1), 9); // Beta(2, 1): x²
        Assert.Equal(0.05, Of(), 9);
        Assert.True(Of([.. Enumerable.Repeat(1.0, 8), 0, 0]) > Of(1), "Eight of ten are better founded than one of one.");
    }

    private static double[] Share(int won, int of) => [.. Enumerable.Range(0, of).Select(index => index < won ? 1.0 : 0.0)];

    private static double Drawn(CladeSelector selector, Candidate[] kept, int agent) =>
        Enumerable.Range(0, 10_000).Count(seed => ReferenceEquals(selector.Select(kept, Randomness.From(seed))[0], kept[agent])) / 10_000.0;

    private static double Greater((double A, double B) one, (double A, double B) other)
    {
        const int Slices = 20_000;
        return Enumerable.Range(0, Slices).Sum(slice => BetaDistribution.Cumulative((slice + 0.5) / Slices, other.A, other.B)
            * (BetaDistribution.Cumulative((slice + 1.0) / Slices, one.A, one.B) - BetaDistribution.Cumulative((double)slice / Slices, one.A, one.B)));
    }

    // Five standard deviations of a share of ten thousand draws.
    private static void AssertShare(double expected, double drawn) => Assert.InRange(drawn, expected - 0.025, expected + 0.025);

    // Straight from the definition: for every agent, walk up from each candidate and count those whose line of ancestors it is in.
    private static IEnumerable<double> ByDescent(Candidate[] kept) => kept.Select(agent =>
    {
        var clade = kept.Where(other => Line(kept, other).Contains(agent.Step)).SelectMany(other => other.Evaluation.Cases).ToList();
        return clade.Sum() / clade.Count;
    });

    private static IEnumerable<int> Line(Candidate[] kept, Candidate candidate)
    {
        for (var current = candidate; ; current = kept.Single(other => other.Step == current.Parents[0]))
        {
            yield return current.Step;
            if (current.Parents.Count == 0)
            {
                yield break;
            }
        }
    }
}
