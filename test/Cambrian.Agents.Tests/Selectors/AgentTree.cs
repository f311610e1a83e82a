namespace Cambrian.Agents.Tests.Selectors;

/// <summary>Archives of agents with made-up scores.</summary>
internal static class AgentTree
{
    /// <summary>Agents in order; each has a parent's position (−1 for a seed) and the scores of its tasks.</summary>
    public static Candidate[] Of(params (int Parent, double[] Cases)[] agents) =>
    [
        .. agents.Select((agent, index) => new Candidate(
            index * 3, // steps are numbered, but not every step is kept
            Artifact.Of("Agent.cs", $"agent {index}"),
            new Evaluation { Outcome = Outcome.Valid, Score = agent.Cases.DefaultIfEmpty(0).Average(), Cases = [.. agent.Cases] },
            agent.Parent < 0 ? [] : [agent.Parent * 3])),
    ];

    /// <summary>The same agents, those at the given places with tasks that are not measured yet.</summary>
    public static Candidate[] Unfinished(this Candidate[] kept, params int[] places) =>
        [.. kept.Select((agent, index) => places.Contains(index) ? agent with { Evaluation = agent.Evaluation with { Complete = false } } : agent)];

    /// <summary>A tree drawn at random: every agent but the first has an earlier one as its parent.</summary>
    public static Candidate[] Random(int seed, int count)
    {
        var random = Randomness.From(seed);
        return Of([.. Enumerable.Range(0, count).Select(index => (
            index == 0 ? -1 : random.Next(index),
            Enumerable.Range(0, 1 + random.Next(6)).Select(_ => (double)random.Next(2)).ToArray()))]);
    }
}
