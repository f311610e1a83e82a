namespace Cambrian.Core;

/// <summary>How a run searches: one implementation of each concept, and the two numbers the ledger depends on.</summary>
public sealed record Strategy
{
    /// <summary>Measures artifacts.</summary>
    public required IEvaluator Evaluator { get; init; }

    /// <summary>Makes children.</summary>
    public required IProposer Proposer { get; init; }

    /// <summary>Remembers candidates.</summary>
    public required IArchive Archive { get; init; }

    /// <summary>Chooses parents.</summary>
    public required ISelector Selector { get; init; }

    /// <summary>Decides which children count.</summary>
    public required IGate Gate { get; init; }

    /// <summary>Where all randomness comes from.</summary>
    public int Seed { get; init; }

    /// <summary>Step k chooses from what was remembered up to step k − Window. At least 1; default 16.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int Window
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A window is at least 1 step.");
    } = 16;

    /// <summary>Steps worked on at a time, at most <see cref="Window"/>; changes the speed of a run, never its ledger. Default 1.</summary>
    public int Parallel { get; init; } = 1;
}
