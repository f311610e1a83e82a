using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.LinearProgramming;

/// <summary>
/// Linear programmes by the simplex method on a dense tableau: dual steps where the reduced costs allow, else primal ones (Maros 2003, Computational Techniques of the Simplex Method).
/// Bounds hold and optima are reached to about 1e-9, relative where numbers are large; every end is checked against the coefficients as they were given.
/// </summary>
public static class Simplex
{
    /// <summary>Maximises c·x.</summary>
    /// <param name="programme">c, A and the bounds.</param>
    /// <param name="work">Spent by the exchanges, (m + 1)·n each.</param>
    /// <exception cref="ArgumentException">Shapes do not fit together, or a number means nothing.</exception>
    public static LinearSolution Maximise(LinearProgramme programme, Work work)
    {
        programme.Require(nameof(programme));
        var method = new SimplexMethod(programme, work);
        return method.Solution(method.Solve());
    }

    /// <summary>x that maximises c·x with A·x ≤ b and x ≥ 0; empty where there is none, or the work is used up before any x is found.</summary>
    /// <param name="objective">c, n long.</param>
    /// <param name="rows">A, m × n, row by row.</param>
    /// <param name="limits">b, m long.</param>
    /// <param name="work">Spent by the exchanges.</param>
    /// <exception cref="ArgumentException">Shapes do not fit together, or a number means nothing.</exception>
    public static double[] Maximise(double[] objective, double[] rows, double[] limits, Work work) =>
        Maximise(new LinearProgramme(objective, rows, limits), work) is { Outcome: not LinearOutcome.Unbounded, Point: var point } ? point : [];
}
