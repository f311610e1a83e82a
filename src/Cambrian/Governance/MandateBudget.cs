namespace Cambrian.Governance;

/// <summary>What a run may use in all, over all calls that go on with it. Null for no limit.</summary>
internal sealed record MandateBudget
{
    /// <summary>Evaluations.</summary>
    public int? Evaluations { get; init; }

    /// <summary>Steps.</summary>
    public int? Steps { get; init; }

    /// <summary>Seconds of candidates' processor time; where that is not measured apart, the wall time of their steps counts, which is more.</summary>
    public double? CpuSeconds { get; init; }
}
