using System.Collections.Immutable;

namespace Cambrian.Store;

/// <summary>Something that was decided about the versions of a run or about what it may do by itself. Never changed, only followed by the next one.</summary>
public sealed record Decision
{
    /// <summary>What was decided.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>The step it is about; 0, the seed, for the whole run.</summary>
    public required int Step { get; init; }

    /// <summary>The id of the artifact it is about; empty when it is about none.</summary>
    public string Version { get; init; } = "";

    /// <summary>The level of autonomy from now on, 0 to 4.</summary>
    public required int Level { get; init; }

    /// <summary>Who, or which rule, decided.</summary>
    public required string By { get; init; }

    /// <summary>Why; always given.</summary>
    public required string Reason { get; init; }

    /// <summary>The figures it rests on, by name.</summary>
    public ImmutableSortedDictionary<string, double> Figures { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When a waiting version is promoted unless a person rejects it before; null when it needs a person.</summary>
    public DateTimeOffset? Due { get; init; }
}
