using System.Collections.Immutable;

namespace Cambrian.Store;

/// <summary>What a run's ledger depends on, and what its host needs to go on with it.</summary>
public sealed record RunDescription
{
    /// <summary>Name of the problem.</summary>
    public required string Problem { get; init; }

    /// <summary>Hash of the problem's folder when the run began, so that a resumed run notices a changed problem; empty when it has none.</summary>
    public string ProblemHash { get; init; } = "";

    /// <summary>The strategy in words: the names of its parts and their settings.</summary>
    public string Strategy { get; init; } = "";

    /// <summary>The run's seed.</summary>
    public int Seed { get; init; }

    /// <summary>The run's window.</summary>
    public int Window { get; init; }

    /// <summary>When the run began.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>Whatever else the host wants to find again: name to value.</summary>
    public ImmutableSortedDictionary<string, string> Settings { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
