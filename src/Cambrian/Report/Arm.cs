using Cambrian.Terminal;

namespace Cambrian.Report;

/// <summary>What one way of searching reached, seed by seed.</summary>
/// <param name="Strategy">Its name.</param>
internal sealed record Arm(string Strategy)
{
    /// <summary>Oriented score of each seed's winner, in the order of the seeds.</summary>
    public IReadOnlyList<double> Scores { get; init; } = [];

    /// <summary>Steps of all its runs.</summary>
    public int Steps { get; init; }

    /// <summary>Steps whose child passed the gate.</summary>
    public int Admitted { get; init; }

    /// <summary>Evaluations of all its runs.</summary>
    public int Evaluations { get; init; }

    /// <summary>Processor time of all its runs.</summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>This arm with one more run.</summary>
    /// <param name="score">Oriented score of its winner.</param>
    /// <param name="progress">How it went.</param>
    /// <param name="cpu">Processor time.</param>
    public Arm With(double score, Progress progress, TimeSpan cpu) => this with
    {
        Scores = [.. Scores, score],
        Steps = Steps + progress.Steps,
        Admitted = Admitted + progress.Admitted,
        Evaluations = Evaluations + progress.Evaluations,
        Cpu = Cpu + cpu,
    };
}
