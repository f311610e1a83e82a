using Cambrian.Coders;
using Cambrian.Core;
using Cambrian.Core.Proposers;
using Cambrian.Sandbox;

namespace Cambrian.Runs;

/// <summary>Who makes the children of a run.</summary>
internal static class RunProposers
{
    /// <summary>Those that a strategy chooses among beside its edits: the models, and a coding agent where both were asked for.</summary>
    public static IReadOnlyList<Arm> Beside(RunOptions options, ModelTeam? models, SandboxRunner sandbox) => (models, options.Coder) switch
    {
        (null, _) => [],
        (_, null) => models.Arms,
        (_, { } coder) => [.. models.Arms, new Arm(CoderProposer.Kind, new CoderProposer(coder, sandbox) { AtATime = options.Parallel })],
    };

    /// <summary>The one that the loop asks while nothing is handed in; null when it waits for that.</summary>
    public static IProposer? Of(RunOptions options, Search search, SandboxRunner sandbox) => options switch
    {
        { OnlyHandedIn: true } => null,
        { Coder: { } coder, Models: null } => new CoderProposer(coder, sandbox),
        _ => search.Proposer,
    };
}
