using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.Store;

namespace Cambrian.Runs;

/// <summary>What a finished run found. Scores are in the problem's own direction.</summary>
internal sealed record RunResult
{
    /// <summary>Picked by its score on the validation cases.</summary>
    public required Candidate Winner { get; init; }

    /// <summary>Score on the training cases.</summary>
    public double? Training { get; init; }

    /// <summary>Score on the validation cases; null when the problem has none.</summary>
    public double? Validation { get; init; }

    /// <summary>Score on the sealed test cases; null when the problem has none.</summary>
    public double? Test { get; init; }

    /// <summary>The seed's score on the sealed test cases; null when the seed is the winner, or has none.</summary>
    public double? SeedTest { get; init; }

    /// <summary>Further numbers on the sealed cases, as the evaluator names them.</summary>
    public IReadOnlyDictionary<string, double> TestMetrics { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>The same of the seed; empty when it is the winner.</summary>
    public IReadOnlyDictionary<string, double> SeedMetrics { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>How sure it is that the winner beats the seed; null when there is nothing to compare.</summary>
    public Advantage? OverSeed { get; init; }

    /// <summary>How often the sealed cases of this run were opened: once for a run that was finished once.</summary>
    public int SealedOpenings { get; init; }

    /// <summary>What was decided about promoting the winner; null when nothing was, or when it is read from a record.</summary>
    public Decision? Decision { get; init; }
}
