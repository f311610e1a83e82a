using Cambrian.Agents.Modification;
using Cambrian.Algorithms.Folders;
using Cambrian.CSharp.Evaluators;
using Cambrian.Sandbox;

namespace Cambrian.Runs;

/// <summary>Ties a problem folder to the room of agents, which knows nothing of folders.</summary>
internal static class AgentLevel
{
    /// <summary>How a folder's agents modify themselves; null when its programs are none.</summary>
    public static SelfModification? Modification(ProblemFolder folder, ProgramPreparation preparation, int parallel, SandboxRunner sandbox) => folder.File.Agent is not { } agent ? null : new SelfModification(
        new ModificationOptions
        {
            Entry = agent.Modify,
            Edits = agent.Edits,
            TimeLimit = TimeSpan.FromSeconds(agent.TimeLimit),
            Parallel = parallel,
            Toolbox = folder.File.Toolbox,
        },
        preparation,
        sandbox);
}
