using Cambrian.Numerics.LinearAlgebra;

namespace Cambrian.Numerics.LinearProgramming;

/// <summary>
/// Variables x and the rows' activities s = A·x, n + m of them, m of which, the basis, are written as sums of the others: x_B = T·x_N, and the objective as d·x_N. All of it is scaled.
/// Others are at one of their bounds, or at zero where they have none. An exchange of two variables changes T in place.
/// </summary>
internal sealed class Tableau
{
    private readonly double[] _matrix;
    private readonly double[] _costs;
    private readonly double[] _table;
    private readonly double[] _fresh;

    /// <summary>The basis of all activities.</summary>
    public Tableau(LinearProgramme programme)
    {
        (Columns, Rows) = (programme.Objective.Length, programme.RowUpper.Length);
        var scaling = new Scaling(programme.Rows, Rows, Columns);
        _matrix = [.. programme.Rows.Select((entry, k) => entry * scaling.Rows[k / Columns] * scaling.Columns[k % Columns])];
        _costs = [.. programme.Objective.Select((cost, j) => cost * scaling.Columns[j])];
        Factors = [.. scaling.Columns, .. scaling.Rows.Select(factor => 1 / factor)];
        var largest = _costs.Max(Math.Abs);
        CostFactor = largest == 0 ? 1 : Math.ScaleB(1, Math.ILogB(largest));
        _costs = [.. _costs.Select(cost => cost / CostFactor)];
        Lower = [.. programme.Lower.Concat(programme.RowLower).Select((bound, k) => bound / Factors[k])];
        Upper = [.. programme.Upper.Concat(programme.RowUpper).Select((bound, k) => bound / Factors[k])];
        Values = new double[Columns + Rows];
        (Outside, Basis) = ([.. Enumerable.Range(0, Columns)], [.. Enumerable.Range(Columns, Rows)]);
        (_table, _fresh) = (new double[(Rows + 1) * Columns], new double[Columns]);
        Reset();
        Place();
    }

    /// <summary>n.</summary>
    public int Columns { get; }

    /// <summary>m.</summary>
    public int Rows { get; }

    /// <summary>Variable of each row of T.</summary>
    public int[] Basis { get; }

    /// <summary>Variable of each column of T.</summary>
    public int[] Outside { get; }

    /// <summary>Of all variables, x first.</summary>
    public double[] Values { get; }

    /// <summary>Least values of all variables.</summary>
    public double[] Lower { get; }

    /// <summary>Greatest values of all variables.</summary>
    public double[] Upper { get; }

    /// <summary>True over scaled values of all variables.</summary>
    public double[] Factors { get; }

    /// <summary>True over scaled value of the objective.</summary>
    public double CostFactor { get; }

    /// <summary>Exchanges since T was last made from A.</summary>
    public int Exchanges { get; private set; }

    /// <summary>Operations of one exchange.</summary>
    public long Cost => (long)(Rows + 1) * Columns;

    /// <summary>d.</summary>
    public Span<double> Costs => Row(Rows);

    /// <summary>A row of T.</summary>
    public Span<double> Row(int i) => _table.AsSpan(i * Columns, Columns);

    /// <summary>An entry of T.</summary>
    public double At(int i, int j) => _table[(i * Columns) + j];

    /// <summary>Moves a variable outside the basis, and those of the basis with it.</summary>
    public void Move(int column, double change)
    {
        if (change == 0)
        {
            return;
        }

        Values[Outside[column]] += change;
        for (var i = 0; i < Rows; i++)
        {
            Values[Basis[i]] += change * At(i, column);
        }
    }

    /// <summary>The variable of a row leaves the basis, that of a column enters it.</summary>
    public void Exchange(int row, int column)
    {
        (Basis[row], Outside[column]) = (Outside[column], Basis[row]);
        var pivot = Row(row);
        var inverse = 1 / pivot[column];
        for (var j = 0; j < Columns; j++)
        {
            pivot[j] *= -inverse;
        }

        pivot[column] = inverse;
        for (var i = 0; i <= Rows; i++)
        {
            var other = Row(i);
            var factor = other[column];
            if (i != row && factor != 0)
            {
                other[column] = 0;
                Vectors.AddScaled(factor, pivot, other);
            }
        }

        Exchanges++;
    }

    /// <summary>Makes T and the values of the same basis anew from A: what rounding did since is gone.</summary>
    public void Refresh()
    {
        HashSet<int> wanted = [.. Basis.Where(variable => variable < Columns)];
        HashSet<int> leaving = [.. Outside.Where(variable => variable >= Columns)];
        Reset();
        BasisRebuild.Enter(this, wanted, leaving);
        Exchanges = 0;
        Place();
    }

    /// <summary>How far values and costs are from what A says of them, at most.</summary>
    public double Drift()
    {
        var drift = 0.0;
        for (var i = 0; i < Rows; i++)
        {
            var (exact, value) = (Vectors.Dot(_matrix.AsSpan(i * Columns, Columns), Values), Values[Columns + i]);
            drift = Math.Max(drift, Math.Abs(exact - value) / (1 + Math.Abs(value)));
        }

        var costs = AtActivities(Costs);
        var claimed = new double[Columns];
        for (var j = 0; j < Columns; j++)
        {
            if (Outside[j] < Columns)
            {
                claimed[Outside[j]] = Costs[j];
            }
        }

        _costs.CopyTo(_fresh, 0);
        AddTransposed(-1, costs, _fresh);
        return Math.Max(drift, _fresh.Zip(claimed, (exact, value) => Math.Abs(exact - value)).Max());
    }

    /// <summary>Of coefficients of the variables outside the basis, those of activities, in the order of rows; others are zero.</summary>
    public double[] AtActivities(ReadOnlySpan<double> coefficients)
    {
        var chosen = new double[Rows];
        for (var j = 0; j < Columns; j++)
        {
            if (Outside[j] >= Columns)
            {
                chosen[Outside[j] - Columns] = coefficients[j];
            }
        }

        return chosen;
    }

    /// <summary>Adds factor · Aᵀy.</summary>
    public void AddTransposed(double factor, double[] prices, Span<double> sum)
    {
        for (var i = 0; i < Rows; i++)
        {
            Vectors.AddScaled(factor * prices[i], _matrix.AsSpan(i * Columns, Columns), sum);
        }
    }

    /// <summary>Puts all variables outside the basis at bounds, and those of the basis where that brings them.</summary>
    /// <param name="byCosts">Whether a variable with two bounds goes to the one its reduced cost asks for, rather than to the nearer one.</param>
    public void Place(bool byCosts = false)
    {
        Span<double> outside = new double[Columns];
        for (var j = 0; j < Columns; j++)
        {
            var variable = Outside[j];
            var towards = byCosts && double.IsFinite(Upper[variable] - Lower[variable]) && Costs[j] != 0 ? Costs[j] * double.PositiveInfinity : Values[variable];
            outside[j] = Values[variable] = Nearest(variable, towards);
        }

        for (var i = 0; i < Rows; i++)
        {
            Values[Basis[i]] = Vectors.Dot(Row(i), outside);
        }
    }

    private void Reset()
    {
        for (var k = 0; k < Columns; k++)
        {
            Outside[k] = k;
        }

        for (var i = 0; i < Rows; i++)
        {
            Basis[i] = Columns + i;
        }

        _matrix.CopyTo(_table, 0);
        _costs.CopyTo(Costs);
    }

    // The bound of a variable nearest to a value; zero where it has none.
    private double Nearest(int variable, double value)
    {
        var (lower, upper) = (Lower[variable], Upper[variable]);
        if (double.IsInfinity(lower) && double.IsInfinity(upper))
        {
            return 0;
        }

        return double.IsInfinity(upper) || value - lower <= upper - value ? lower : upper;
    }
}
