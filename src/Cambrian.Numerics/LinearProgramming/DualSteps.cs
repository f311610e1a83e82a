using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.LinearProgramming;

/// <summary>
/// Steps of the dual simplex method for bounded variables (Maros 2003, §10.2): no reduced cost has the wrong sign, and what is out of bounds is brought back one after the other.
/// A basis that was optimal before a bound moved needs few of them.
/// </summary>
internal sealed class DualSteps(Tableau tableau, Work work)
{
    // Beyond that, it goes round in circles or nearly so; the primal method knows a rule against that.
    private const int StepsByVariable = 5;

    private readonly ReferenceWeights _weights = new(tableau.Rows);

    /// <summary>y that proves there is no feasible point, scaled.</summary>
    public double[] Proof { get; private set; } = [];

    /// <summary>Whether no reduced cost has the wrong sign.</summary>
    public bool CanStart()
    {
        for (var j = 0; j < tableau.Columns; j++)
        {
            if (Math.Abs(tableau.Costs[j]) > Tolerances.Cost && Room(j, tableau.Costs[j]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Goes on until nothing is out of bounds, or that is shown to be impossible; null when it gives up before.</summary>
    public LinearOutcome? Run()
    {
        for (var step = 0; step < StepsByVariable * (tableau.Columns + tableau.Rows); step++)
        {
            if (Leaving() is not { } row)
            {
                return LinearOutcome.Optimal;
            }

            if (!work.Spend(tableau.Cost))
            {
                return LinearOutcome.OutOfWork;
            }

            var variable = tableau.Basis[row];
            var side = Tolerances.Side(tableau, variable);
            if (Entering(row, side) is not { } column)
            {
                return Infeasible(row, side);
            }

            if (Math.Abs(tableau.At(row, column)) < Tolerances.Pivot)
            {
                return null;
            }

            var bound = side < 0 ? tableau.Lower[variable] : tableau.Upper[variable];
            tableau.Move(column, (bound - tableau.Values[variable]) / tableau.At(row, column));
            _weights.Learn(row, i => tableau.At(i, column));
            tableau.Exchange(row, column);
            tableau.Move(column, bound - tableau.Values[variable]);
        }

        return null;
    }

    private int? Leaving()
    {
        int? worst = null;
        var highest = 0.0;
        for (var i = 0; i < tableau.Rows; i++)
        {
            var variable = tableau.Basis[i];
            var side = Tolerances.Side(tableau, variable);
            if (side != 0)
            {
                var score = _weights.Score(i, tableau.Values[variable] - (side < 0 ? tableau.Lower[variable] : tableau.Upper[variable]));
                (worst, highest) = score > highest ? (i, score) : (worst, highest);
            }
        }

        return worst;
    }

    // The column whose reduced cost is the first to reach zero, and of nearly equal ones that of the largest entry.
    private int? Entering(int row, int side)
    {
        var entries = tableau.Row(row);
        var shortest = double.PositiveInfinity;
        for (var j = 0; j < entries.Length; j++)
        {
            if (Helps(j, entries[j], side))
            {
                shortest = Math.Min(shortest, (Math.Abs(tableau.Costs[j]) + Tolerances.Cost) / Math.Abs(entries[j]));
            }
        }

        int? best = null;
        var largest = 0.0;
        for (var j = 0; j < entries.Length; j++)
        {
            if (Helps(j, entries[j], side) && Math.Abs(tableau.Costs[j]) / Math.Abs(entries[j]) <= shortest && Math.Abs(entries[j]) > largest)
            {
                (best, largest) = (j, Math.Abs(entries[j]));
            }
        }

        return best;
    }

    private bool Helps(int column, double entry, int side) => Math.Abs(entry) > Tolerances.Entry && Room(column, -side * entry);

    // Whether a variable outside the basis can move in a direction.
    private bool Room(int column, double direction)
    {
        var variable = tableau.Outside[column];
        return direction > 0 ? tableau.Values[variable] < tableau.Upper[variable] : tableau.Values[variable] > tableau.Lower[variable];
    }

    // x_B − T·x_N is 0 in this row, but of one sign for all values within the bounds.
    private LinearOutcome Infeasible(int row, int side)
    {
        Proof = tableau.AtActivities(tableau.Row(row));
        for (var i = 0; i < Proof.Length; i++)
        {
            Proof[i] *= side;
        }

        if (tableau.Basis[row] >= tableau.Columns)
        {
            Proof[tableau.Basis[row] - tableau.Columns] -= side;
        }

        return LinearOutcome.Infeasible;
    }
}
