namespace Cambrian.Core;

/// <summary>When a run ends. Limits on steps and evaluations are exact and cover the whole run, what was recorded earlier included.</summary>
public sealed record Budget
{
    /// <summary>Steps in all, seeds included; null for no limit.</summary>
    public int? Steps { get; init; }

    /// <summary>Evaluations in all, seeds included; null for no limit.</summary>
    public int? Evaluations { get; init; }

    /// <summary>Wall time of this call; null for no limit. It only ends the sequence: it never changes a step.</summary>
    public TimeSpan? Time { get; init; }
}
