using System.Text.Encodings.Web;
using System.Text.Json;
using Cambrian.Core;

namespace Cambrian.Terminal;

/// <summary>What a call to run or resume achieved. Written as JSON it is the last line of standard output.</summary>
internal sealed record RunSummary
{
    // Relaxed: the line is read by JSON parsers, never pasted into a page.
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Path of the run's folder.</summary>
    public required string Run { get; init; }

    /// <summary>The problem's name.</summary>
    public required string Problem { get; init; }

    /// <summary>Steps in all.</summary>
    public required int Steps { get; init; }

    /// <summary>Evaluations in all.</summary>
    public required int Evaluations { get; init; }

    /// <summary>The winner, or the best by training score when none was picked.</summary>
    public required BestScore? Best { get; init; }

    /// <summary>Processor time of this call: Cambrian's own and its candidates'.</summary>
    public required double CpuSeconds { get; init; }

    /// <summary>Wall time of this call.</summary>
    public required double ElapsedSeconds { get; init; }

    /// <summary>How candidates were contained.</summary>
    public required string Isolation { get; init; }

    /// <summary>What the run may do without a person, "A0" to "A4".</summary>
    public required string Level { get; init; }

    /// <summary>What was decided about promoting the winner: promoted, waiting, suggested or refused; null when nothing was.</summary>
    public string? Decision { get; init; }

    /// <summary>What models cost in all, over all calls that went on with the run; null when it has none.</summary>
    public double? Money { get; init; }

    /// <summary>Tokens that models took in all; null when the run has none.</summary>
    public long? Tokens { get; init; }

    /// <summary>One line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>A program's scores in the problem's own direction; null where there is none.</summary>
    /// <param name="Id">The artifact's id.</param>
    /// <param name="Score">On the training cases.</param>
    /// <param name="Validation">On the validation cases.</param>
    /// <param name="Test">On the sealed test cases.</param>
    internal sealed record BestScore(string Id, double? Score, double? Validation, double? Test)
    {
        /// <summary>A candidate's scores; numbers that JSON cannot hold become null.</summary>
        public static BestScore Of(Candidate candidate, double training, double? validation, double? test) =>
            new(candidate.Artifact.Id, Finite(training), Finite(validation), Finite(test));

        private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
    }
}
