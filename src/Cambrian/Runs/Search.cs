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
}
