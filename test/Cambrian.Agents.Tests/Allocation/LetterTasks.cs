using System.Collections.Concurrent;
using Cambrian.CSharp.Evaluators;

namespace Cambrian.Agents.Tests.Allocation;

/// <summary>Tasks of toy agents: a letter each, that is right or wrong. An agent with a z breaks on that letter.</summary>
internal sealed class LetterTasks : ICaseEvaluator
{
    /// <summary>Who was measured on what.</summary>
    public ConcurrentBag<(string Agent, int Task)> Asked { get; } = [];

    public static double Score(Artifact agent, int task) => Toy.Letters(agent)[task] >= 'g' && Toy.Letters(agent)[task] != 'z' ? 1 : 0;

    public static Evaluation InFull(Artifact agent) => Toy.Letters(agent)[0] == 'q'
        ? Evaluation.None(Outcome.Failed, "an agent may not start with q")
        : new Evaluation
        {
            Outcome = Outcome.Valid,
            Cases = [.. Enumerable.Range(0, 16).Select(task => Score(agent, task))],
            Score = Enumerable.Range(0, 16).Average(task => Score(agent, task)),
            Cost = 16,
        };

    public Task<int> CountAsync(CancellationToken cancellation) => Task.FromResult(16);

    public Task<Evaluation> EvaluateCaseAsync(Artifact artifact, int index, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Asked.Add((artifact.Id, index));
        return Task.FromResult(Toy.Letters(artifact)[index] == 'z'
            ? Evaluation.None(Outcome.Failed, $"Case {index}: z") with { Cost = 1 }
            : new Evaluation { Outcome = Outcome.Valid, Score = Score(artifact, index), Cases = [Score(artifact, index)], Complete = false, Cost = 1 });
    }
}
