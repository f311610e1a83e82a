using Cambrian.Core;

namespace Cambrian.Report;

/// <summary>What became of the children of one operator or model.</summary>
/// <param name="Name">Which one.</param>
internal sealed record OperatorRow(string Name)
{
    /// <summary>Steps it was asked in.</summary>
    public int Tries { get; init; }

    /// <summary>Children that ran and were scored.</summary>
    public int Valid { get; init; }

    /// <summary>Children that were admitted and scored above their best parent.</summary>
    public int Improved { get; init; }

    /// <summary>Children that were the best of the run so far.</summary>
    public int Bests { get; init; }

    /// <summary>Sum of the improvements over the best parent, in units of the score.</summary>
    public double Gain { get; init; }

    /// <summary>Work that its children took, in cases of a plain candidate.</summary>
    public double Cost { get; init; }

    /// <summary>Gain per thousand cases: what an operator is credited by, on every machine alike.</summary>
    public double GainPerThousand => Cost > 0 ? 1_000 * Gain / Cost : 0;

    /// <summary>These numbers with one more step.</summary>
    public OperatorRow With(Step step, bool best) => this with
    {
        Tries = Tries + 1,
        Valid = Valid + (step.Evaluation is { Outcome: Outcome.Valid } ? 1 : 0),
        Improved = Improved + (step.Improved ? 1 : 0),
        Bests = Bests + (best ? 1 : 0),
        Gain = Gain + (step is { Improved: true, Evaluation: { } evaluation } && double.IsFinite(step.ParentScore) ? evaluation.Score - step.ParentScore : 0),
        Cost = Cost + (step.Evaluation?.Cost ?? 0),
    };

    /// <summary>The operator's name in a step's origin, which may go on with details behind a slash.</summary>
    /// <param name="origin">The origin.</param>
    /// <param name="ensembles">First names that say little, so that the second counts too.</param>
    public static string NameOf(string origin, IReadOnlySet<string> ensembles)
    {
        var parts = origin.Split('/');
        return parts[0].Length == 0 ? "unknown" : parts.Length > 1 && ensembles.Contains(parts[0]) ? $"{parts[0]}/{parts[1]}" : parts[0];
    }
}
