namespace Cambrian.Numerics.LinearProgramming;

/// <summary>
/// Maximise c·x with bounds on A·x and on x. Bounds may be infinite; equal ones make an equation or a constant. A is dense, and so are the methods: for up to some hundreds of rows and columns.
/// </summary>
public sealed record LinearProgramme
{
    /// <summary>Maximise c·x with A·x ≤ b and x ≥ 0; other bounds are set where the object is made.</summary>
    /// <param name="objective">c, n long.</param>
    /// <param name="rows">A, m × n, row by row.</param>
    /// <param name="limits">b, m long.</param>
    public LinearProgramme(double[] objective, double[] rows, double[] limits)
    {
        (Objective, Rows, RowUpper) = (objective, rows, limits);
        RowLower = [.. Enumerable.Repeat(double.NegativeInfinity, limits.Length)];
        Lower = new double[objective.Length];
        Upper = [.. Enumerable.Repeat(double.PositiveInfinity, objective.Length)];
    }

    /// <summary>c, n long.</summary>
    public double[] Objective { get; }

    /// <summary>A, m × n, row by row.</summary>
    public double[] Rows { get; }

    /// <summary>Least values of A·x, m long; default −∞.</summary>
    public double[] RowLower { get; init; }

    /// <summary>Greatest values of A·x, m long.</summary>
    public double[] RowUpper { get; init; }

    /// <summary>Least values of x, n long; default 0.</summary>
    public double[] Lower { get; init; }

    /// <summary>Greatest values of x, n long; default ∞.</summary>
    public double[] Upper { get; init; }

    /// <summary>Complains of shapes that do not fit together and of numbers that mean nothing. Lower bounds above upper ones are no mistake, but infeasible.</summary>
    /// <param name="parameter">What the programme is called where it was given.</param>
    /// <exception cref="ArgumentException">With what is wrong.</exception>
    internal void Require(string parameter)
    {
        var (n, m) = (Objective.Length, RowUpper.Length);
        double[] lowest = [.. RowLower, .. Lower];
        double[] highest = [.. RowUpper, .. Upper];
        var fault = this switch
        {
            _ when n == 0 => "The objective has no variables.",
            _ when Rows.Length != m * n => $"{m} rows of {n} variables have {m * n} coefficients; {Rows.Length} were given.",
            _ when RowLower.Length != m => $"{RowLower.Length} lower bounds were given for {m} rows.",
            _ when Lower.Length != n || Upper.Length != n => $"{Lower.Length} lower and {Upper.Length} upper bounds were given for {n} variables.",
            _ when !Objective.All(double.IsFinite) || !Rows.All(double.IsFinite) => "Objective and rows must be finite numbers.",
            _ when lowest.Any(double.IsNaN) || highest.Any(double.IsNaN) => "A bound is not a number; infinite ones stand for none.",
            _ when lowest.Any(double.IsPositiveInfinity) || highest.Any(double.IsNegativeInfinity) => "A lower bound is +∞ or an upper one −∞; −∞ and +∞ stand for none.",
            _ => null,
        };
        if (fault is not null)
        {
            throw new ArgumentException(fault, parameter);
        }
    }
}
