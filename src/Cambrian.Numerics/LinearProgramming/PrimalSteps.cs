using Cambrian.Numerics.LinearAlgebra;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.LinearProgramming;

/// <summary>
/// Steps of the primal simplex method for bounded variables: while some are out of bounds the sum of the amounts is made smaller, then the objective
/// larger (Maros 2003, Computational Techniques of the Simplex Method, §9.3 to §9.6). The ratio test has Harris's two passes; after many steps
/// that lead nowhere Bland's rule takes over, under which no basis returns (Bland 1977).
/// </summary>
internal sealed class PrimalSteps(Tableau tableau, Work work)
{
    private readonly ReferenceWeights _weights = new(tableau.Columns);
    private readonly double[] _slopes = new double[tableau.Columns];
    private readonly bool[] _banned = new bool[tableau.Columns];
    private bool _feasible;
    private int _idle;

    /// <summary>y that proves there is no feasible point, scaled.</summary>
    public double[] Proof { get; private set; } = [];

    /// <summary>The column along which the value rises without end, and the sign of its change.</summary>
    public (int Column, int Sign) Ray { get; private set; }

    private bool Blandly => _idle > tableau.Columns + tableau.Rows;

    /// <summary>Goes on to an end.</summary>
    public LinearOutcome Run()
    {
        Array.Clear(_banned);
        while (work.Spend(tableau.Cost))
        {
            Slopes();
            if (Entering() is not { } column)
            {
                if (tableau.Exchanges > 0 && Array.Exists(_banned, banned => banned))
                {
                    Again();
                    continue;
                }

                return _feasible ? LinearOutcome.Optimal : Infeasible();
            }

            var sign = Math.Sign(_slopes[column]);
            if (Leaving(column, sign) is { } row)
            {
                Step(row, column, sign);
            }
            else if (Flip(column, sign))
            {
                _idle = 0;
            }
            else if (_feasible)
            {
                Ray = (column, sign);
                return LinearOutcome.Unbounded;
            }
            else
            {
                // What it would mend is rounding.
                _banned[column] = true;
            }
        }

        return LinearOutcome.OutOfWork;
    }

    // Of the sum of what is out of bounds, taken negative, or of the objective when nothing is.
    private void Slopes()
    {
        Array.Clear(_slopes);
        _feasible = true;
        for (var i = 0; i < tableau.Rows; i++)
        {
            var side = Tolerances.Side(tableau, tableau.Basis[i]);
            if (side != 0)
            {
                _feasible = false;
                Vectors.AddScaled(-side, tableau.Row(i), _slopes);
            }
        }

        if (_feasible)
        {
            tableau.Costs.CopyTo(_slopes);
        }
    }

    private int? Entering()
    {
        int? best = null;
        var highest = 0.0;
        for (var j = 0; j < _slopes.Length; j++)
        {
            var (slope, variable) = (_slopes[j], tableau.Outside[j]);
            var room = slope > 0 ? tableau.Values[variable] < tableau.Upper[variable] : tableau.Values[variable] > tableau.Lower[variable];
            if (Math.Abs(slope) <= Tolerances.Cost || !room || _banned[j])
            {
                continue;
            }

            var score = Blandly ? 1.0 / (1 + variable) : _weights.Score(j, slope);
            (best, highest) = score > highest ? (j, score) : (best, highest);
        }

        return best;
    }

    // The row whose variable stops the column's; null when its own opposite bound comes first, or nothing does.
    private int? Leaving(int column, int sign)
    {
        var variable = tableau.Outside[column];
        var own = tableau.Upper[variable] - tableau.Lower[variable];
        var shortest = double.PositiveInfinity;
        for (var i = 0; i < tableau.Rows; i++)
        {
            shortest = Math.Min(shortest, Reach(i, sign * tableau.At(i, column), Blandly ? 0 : 1));
        }

        if (own <= shortest)
        {
            return null;
        }

        int? best = null;
        var highest = 0.0;
        for (var i = 0; i < tableau.Rows; i++)
        {
            var rate = sign * tableau.At(i, column);
            if (Reach(i, rate, 0) is var reach && reach <= shortest && reach < double.PositiveInfinity)
            {
                var score = Blandly ? 1.0 / (1 + tableau.Basis[i]) : Math.Abs(rate);
                (best, highest) = score > highest ? (i, score) : (best, highest);
            }
        }

        return best;
    }

    // How far the column may go until a row's variable, which changes at a rate, is at its bound and a share of the tolerance beyond.
    private double Reach(int row, double rate, double share)
    {
        if (Math.Abs(rate) <= Tolerances.Entry)
        {
            return double.PositiveInfinity;
        }

        var bound = Stop(row, rate);
        var ahead = (bound - tableau.Values[tableau.Basis[row]]) * Math.Sign(rate);
        return double.IsInfinity(bound) ? double.PositiveInfinity : Math.Max(0, ahead + (share * Tolerances.Of(bound))) / Math.Abs(rate);
    }

    // The bound that a row's variable meets first; a variable that is out of bounds stops where it is no longer, and never on its way further out.
    private double Stop(int row, double rate)
    {
        var variable = tableau.Basis[row];
        var side = Tolerances.Side(tableau, variable);
        if (side * rate > 0)
        {
            return double.PositiveInfinity;
        }

        return rate > 0 == (side == 0) ? tableau.Upper[variable] : tableau.Lower[variable];
    }

    private void Step(int row, int column, int sign)
    {
        var rate = sign * tableau.At(row, column);
        if (Math.Abs(rate) < Tolerances.Pivot && tableau.Exchanges > 0)
        {
            Again();
            return;
        }

        var (bound, length) = (Stop(row, rate), Reach(row, rate, 0));
        _idle = length > Tolerances.Step ? 0 : _idle + 1;
        tableau.Move(column, sign * length);
        _weights.Learn(column, j => tableau.At(row, j));
        tableau.Exchange(row, column);
        tableau.Move(column, bound - tableau.Values[tableau.Outside[column]]);
        Array.Clear(_banned);
    }

    private bool Flip(int column, int sign)
    {
        var variable = tableau.Outside[column];
        var bound = sign > 0 ? tableau.Upper[variable] : tableau.Lower[variable];
        if (double.IsInfinity(bound) || double.IsInfinity(tableau.Upper[variable] - tableau.Lower[variable]))
        {
            return false;
        }

        tableau.Move(column, bound - tableau.Values[variable]);
        Array.Clear(_banned);
        return true;
    }

    private void Again()
    {
        tableau.Refresh();
        Array.Clear(_banned);
    }

    // Σ ±(x_B − T·x_N) over what is out of bounds is 0, but positive for all values within the bounds.
    private LinearOutcome Infeasible()
    {
        Proof = tableau.AtActivities(_slopes);
        for (var i = 0; i < Proof.Length; i++)
        {
            Proof[i] = -Proof[i];
        }

        foreach (var variable in tableau.Basis.Where(variable => variable >= tableau.Columns))
        {
            Proof[variable - tableau.Columns] -= Tolerances.Side(tableau, variable);
        }

        return LinearOutcome.Infeasible;
    }
}
