namespace Cambrian.Core.Proposers;

/// <summary>What became of the children of one operator or model.</summary>
/// <param name="Name">Which one.</param>
public sealed record ArmStatistics(string Name)
{
    /// <summary>Steps it was asked in.</summary>
    public int Tries { get; init; }

    /// <summary>Children that were scored.</summary>
    public int Valid { get; init; }

    /// <summary>Children that were admitted and scored above their best parent.</summary>
    public int Improved { get; init; }

    /// <summary>Sum of the improvements over the best parent, in units of the oriented score.</summary>
    public double Gain { get; init; }

    /// <summary>Sum of the evaluations' <see cref="Evaluation.Cost"/> and the proposers' <see cref="Step.Effort"/>.</summary>
    public double Cost { get; init; }

    /// <summary>These numbers with one more step.</summary>
    public ArmStatistics With(Step step) => this with
    {
        Tries = Tries + 1,
        Valid = Valid + (step.Evaluation is { Outcome: Outcome.Valid } ? 1 : 0),
        Improved = Improved + (step.Improved ? 1 : 0),
        Gain = Gain + (step.Improved ? step.Evaluation!.Score - step.ParentScore : 0),
        Cost = Cost + (step.Evaluation?.Cost ?? 0) + step.Effort,
    };
}
