using Cambrian.Core;

namespace Cambrian.Runs;

/// <summary>The searching half of a strategy.</summary>
internal sealed record Search
{
    /// <summary>Makes children.</summary>
    public required IProposer Proposer { get; init; }

    /// <summary>Remembers candidates.</summary>
    public required IArchive Archive { get; init; }

    /// <summary>Chooses parents.</summary>
    public required ISelector Selector { get; init; }

    /// <summary>Where the selector allocates tasks, so that a step measures one at most: how good an agent is believed to be by what was measured of it. Null where agents are measured in full.</summary>
    public Func<Evaluation, double>? Belief { get; init; }
}
