using Cambrian.Agents.Selectors;
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
        // Agent 1 itself fails, its children succeed; agent 2 did better than 1 and its children fail.
        double[] lost = [.. Enumerable.Repeat(0.0, 30)];
        double[] won = [.. Enumerable.Repeat(1.0, 30)];
        var kept = AgentTree.Of((-1, [0.5]), (0, [0, 0]), (0, [1, 0]), (1, won), (1, won), (2, lost), (2, lost));
        var chosen = Enumerable.Range(0, 400).Select(seed => new CladeSelector(companions: 0).Select(kept, Randomness.From(seed))[0].Step / 3).ToList();

        Assert.True(chosen.Count(index => index == 1) > chosen.Count(index => index == 2) + 20, string.Join(' ', chosen));
    }

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
