using System.Collections.Immutable;

namespace Cambrian.Core;

/// <summary>
/// What an evaluator found out about an artifact. Scores are oriented: greater is better, whatever the problem's own
/// direction (<see cref="Problem.Direction"/> turns them back for display).
/// </summary>
public sealed record Evaluation
{
    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The oriented score; negative infinity unless <see cref="Outcome"/> is valid.</summary>
    public double Score { get; init; } = double.NegativeInfinity;

    /// <summary>Oriented score of each case evaluated, in the order of the cases.</summary>
    public ImmutableArray<double> Cases { get; init; } = [];

    /// <summary>Further named numbers, as the problem reports them.</summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>False when the evaluator stopped early because the artifact trailed its rival; <see cref="Score"/> then covers the cases seen.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>Hash of what the artifact answered on its first cases; equal answers, equal hash. Empty when unknown.</summary>
    public string Behaviour { get; init; } = "";

    /// <summary>What to tell the proposer, or a person: the reason for a failure, an evaluator's remarks.</summary>
    public string Feedback { get; init; } = "";

    /// <summary>Work done, in units that depend on the artifact alone and not on the machine's speed (1 = one case of one plain candidate).</summary>
    public double Cost { get; init; }

    /// <summary>Processor time used by the candidate. Measured, hence never part of a decision.</summary>
    public TimeSpan Cpu { get; init; }

    /// <summary>How well the candidate was contained, for instance "L3 bubblewrap+seccomp+cgroup"; empty when nothing ran.</summary>
    public string Isolation { get; init; } = "";

    /// <summary>An evaluation without a score.</summary>
    /// <param name="outcome">Anything but <see cref="Outcome.Valid"/>.</param>
    /// <param name="feedback">The reason, for people and proposers.</param>
    public static Evaluation None(Outcome outcome, string feedback) => new() { Outcome = outcome, Feedback = feedback };

    /// <summary>A valid evaluation with nothing but a score.</summary>
    public static Evaluation Of(double score) => new() { Outcome = Outcome.Valid, Score = score, Cases = [score], Cost = 1 };
}
