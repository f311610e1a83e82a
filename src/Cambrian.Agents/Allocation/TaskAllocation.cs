using Cambrian.Core;
using Cambrian.CSharp.Evaluators;

namespace Cambrian.Agents.Allocation;

/// <summary>Makes a strategy measure agents task by task, as its selector says.</summary>
public static class TaskAllocation
{
    /// <summary>The strategy with one task to a step at most.</summary>
    /// <param name="strategy">How agents are made, judged and measured in full. Its archive is a <see cref="RecordArchive"/>, and its selector answers with one unfinished agent alone where that is to be measured on.</param>
    /// <param name="gates">As for <see cref="TaskByTaskEvaluator"/>.</param>
    /// <param name="tasks">Measures on one task.</param>
    /// <remarks>One step at a time: each choice knows all results before it, and no agent meets a task twice.</remarks>
    public static Strategy Of(Strategy strategy, IEvaluator gates, ICaseEvaluator tasks) => strategy with
    {
        Evaluator = new TaskByTaskEvaluator(strategy.Evaluator, gates, tasks),
        Proposer = new AllocatingProposer(strategy.Proposer),
        Gate = new UnfinishedGate(strategy.Gate),
        Window = 1,
        Parallel = 1,
    };
}
