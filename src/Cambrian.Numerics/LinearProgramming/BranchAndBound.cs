using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.LinearProgramming;

/// <summary>
/// Small linear programmes some of whose variables are whole numbers, by branching on fractional ones and by bounds without integers (Land and Doig 1960): down one branch to its end, then on with the
/// part of the best bound. Each part is solved from the last basis by dual steps. For some tens of integer variables; there are no cuts.
/// </summary>
public static class BranchAndBound
{
    /// <summary>Maximises c·x.</summary>
    /// <param name="programme">c, A and the bounds.</param>
    /// <param name="integers">Which variables are whole numbers, n long.</param>
    /// <param name="work">When none is left, the best point found so far is returned as <see cref="LinearOutcome.OutOfWork"/>, with the best bound.</param>
    /// <returns>Without prices: a proof would be the whole tree. Where the programme without integers is unbounded, so is this said to be.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit together, or a number means nothing.</exception>
    public static LinearSolution Maximise(LinearProgramme programme, bool[] integers, Work work)
    {
        programme.Require(nameof(programme));
        if (integers.Length != programme.Objective.Length)
        {
            throw new ArgumentException($"{integers.Length} marks were given for {programme.Objective.Length} variables.", nameof(integers));
        }

        return new BranchSearch(programme, integers, work).Run();
    }

    /// <summary>Whole numbers x that maximise c·x with A·x ≤ b and 0 ≤ x ≤ u; empty where there are none, or the work is used up before any are found.</summary>
    /// <param name="objective">c, n long.</param>
    /// <param name="rows">A, m × n, row by row.</param>
    /// <param name="limits">b, m long.</param>
    /// <param name="most">u, the same for all variables: 1 for choices between yes and no.</param>
    /// <param name="work">Spent by the exchanges.</param>
    /// <exception cref="ArgumentException">Shapes do not fit together, or a number means nothing.</exception>
    public static double[] Maximise(double[] objective, double[] rows, double[] limits, double most, Work work)
    {
        var programme = new LinearProgramme(objective, rows, limits) { Upper = [.. objective.Select(_ => most)] };
        var solution = Maximise(programme, [.. objective.Select(_ => true)], work);
        return solution.Outcome == LinearOutcome.Unbounded ? [] : solution.Point;
    }
}
