using System.Collections.Immutable;
using Cambrian.Core;

namespace Cambrian.Sandbox.Evaluators;

/// <summary>What an evaluator's program printed, checked.</summary>
internal sealed record Report
{
    /// <summary>Valid, or why there is no score: invalid when the program said so, failed when it printed nothing that can be used.</summary>
    public Outcome Outcome { get; init; } = Outcome.Valid;

    /// <summary>Why there is no score; null when there is one.</summary>
    public string? Fault { get; init; }

    /// <summary>Finite, in the problem's own direction.</summary>
    public double Score { get; init; }

    /// <summary>Finite, in the problem's own direction; may be empty.</summary>
    public ImmutableArray<double> Cases { get; init; } = [];

    /// <summary>Further finite numbers.</summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Remarks for people and proposers.</summary>
    public string Feedback { get; init; } = "";

    /// <summary>What the loop is told of a report with a score.</summary>
    /// <param name="direction">Which way the score is better.</param>
    public Evaluation ToEvaluation(Direction direction)
    {
        double Orient(double score) => direction == Direction.Maximise ? score : -score;
        ImmutableArray<double> cases = Cases.Length == 0 ? [Score] : Cases;
        return new Evaluation
        {
            Outcome = Outcome.Valid,
            Score = Orient(Score),
            Cases = [.. cases.Select(Orient)],
            Metrics = Metrics,
            Feedback = Feedback,
            Cost = cases.Length,
        };
    }

    /// <summary>A report without a score.</summary>
    public static Report Without(Outcome outcome, string fault) => new() { Outcome = outcome, Fault = fault };
}
