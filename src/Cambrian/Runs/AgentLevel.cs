using Cambrian.Agents.Allocation;
using Cambrian.Agents.Modification;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.CSharp.Evaluators;
using Cambrian.Sandbox;

namespace Cambrian.Runs;

/// <summary>Ties a problem folder to the room of agents, which knows nothing of folders.</summary>
internal static class AgentLevel
{
    /// <summary>How a folder's agents modify themselves; null when its programs are none.</summary>
    public static SelfModification? Modification(ProblemFolder folder, ProgramPreparation preparation, int parallel, SandboxRunner sandbox) =>
        folder.File.Agent is { } agent ? new SelfModification(Options(folder, agent, agent.Modify, parallel), preparation, sandbox) : null;

    /// <summary>How a folder's agents choose whose turn it is; null when they do not.</summary>
    public static SelfSelection? Selection(ProblemFolder folder, ProgramPreparation preparation, int parallel, SandboxRunner sandbox) =>
        folder.File.Agent is { Choose: { } choose } agent ? new SelfSelection(Options(folder, agent, choose, parallel), preparation, sandbox) : null;

    /// <summary>A strategy that measures agents task by task. Whoever passes the gates is measured on nothing at first.</summary>
    public static Strategy TaskByTask(Strategy strategy, ProblemFolder folder, SelfModification? modification, ICaseEvaluator tasks) => TaskAllocation.Of(
        strategy,
        modification is null ? TaskByTaskEvaluator.Unmeasured : new RetentionEvaluator(TaskByTaskEvaluator.Unmeasured, modification, folder.Seed),
        tasks);

    /// <summary>What a strategy starts from: agents that choose whose turn it is need the rule for it from the beginning.</summary>
    public static ProblemFolder StartOf(string strategy, ProblemFolder folder) => strategy == Catalog.EditableSelection ? folder.WithSelection() : folder;

    private static ModificationOptions Options(ProblemFolder folder, AgentSection agent, string entry, int parallel) => new()
    {
        Entry = entry,
        Edits = agent.Edits,
        TimeLimit = TimeSpan.FromSeconds(agent.TimeLimit),
        Parallel = parallel,
        Toolbox = folder.File.Toolbox,
    };
}
