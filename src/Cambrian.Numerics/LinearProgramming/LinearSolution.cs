namespace Cambrian.Numerics.LinearProgramming;

/// <summary>What became of a <see cref="LinearProgramme"/>, with what proves it.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Value">c·x; NaN without a point.</param>
/// <param name="Point">
/// x, n long: optimal, or one that meets all bounds where the value is unbounded. When the work was used up, the best point found that meets
/// all bounds; empty when there is none.
/// </param>
public sealed record LinearSolution(LinearOutcome Outcome, double Value, double[] Point)
{
    /// <summary>
    /// y, one for each row; empty where there is no proof. Optimal: what the value gains for each unit by which a row's binding bound gives way, positive at
    /// an upper bound, negative at a lower one; c − Aᵀy are the reduced costs. Infeasible: y·s − (Aᵀy)·x, which is 0 for s = A·x, is positive for all s and x within their bounds.
    /// </summary>
    public double[] Prices { get; init; } = [];

    /// <summary>Where the value is unbounded, the direction in which it rises without end from the point, n long; empty otherwise.</summary>
    public double[] Ray { get; init; } = [];

    /// <summary>No point has a larger value than this; infinite when nothing is known.</summary>
    public double Bound { get; init; } = double.PositiveInfinity;
}
