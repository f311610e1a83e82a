namespace Cambrian.Report;

/// <summary>What one way of searching reached, seed by seed.</summary>
/// <param name="Strategy">Its name.</param>
internal sealed record Arm(string Strategy)
{
    /// <summary>Oriented score of each seed's winner, in the order of the seeds.</summary>
    public IReadOnlyList<double> Scores { get; init; } = [];

    /// <summary>Evaluations of all its runs.</summary>
    public int Evaluations { get; init; }

    /// <summary>Processor time of all its runs.</summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>This arm with one more run.</summary>
    public Arm With(double score, int evaluations, TimeSpan cpu) =>
        this with { Scores = [.. Scores, score], Evaluations = Evaluations + evaluations, Cpu = Cpu + cpu };
}
