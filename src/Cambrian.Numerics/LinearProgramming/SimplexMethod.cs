using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.LinearProgramming;

/// <summary>Solves a programme, and solves it again from the last basis after bounds have moved.</summary>
internal sealed class SimplexMethod(LinearProgramme programme, Work work)
{
    private const int MostRefreshes = 20;

    // What values and costs may have lost to rounding before an end is believed.
    private const double MostDrift = 1e-9;

    private double[] _proof = [];
    private (int Column, int Sign) _ray;

    /// <summary>The basis, the values and the bounds.</summary>
    public Tableau Tableau { get; } = new(programme);

    /// <summary>c·x.</summary>
    public double Value => Enumerable.Range(0, Tableau.Columns).Sum(j => programme.Objective[j] * True(j));

    /// <summary>A variable's value.</summary>
    public double True(int variable) => Math.Clamp(Tableau.Values[variable], Tableau.Lower[variable], Tableau.Upper[variable]) * Tableau.Factors[variable];

    /// <summary>Goes to an end.</summary>
    public LinearOutcome Solve()
    {
        for (var k = 0; k < Tableau.Values.Length; k++)
        {
            if (Tableau.Lower[k] > Tableau.Upper[k])
            {
                _proof = [];
                return LinearOutcome.Infeasible;
            }
        }

        var outcome = Attempt();
        for (var refresh = 0; refresh < MostRefreshes && outcome != LinearOutcome.OutOfWork && Tableau.Exchanges > 0 && Tableau.Drift() > MostDrift; refresh++)
        {
            Tableau.Refresh();
            outcome = Attempt();
        }

        return outcome;
    }

    /// <summary>The end as the caller sees it.</summary>
    public LinearSolution Solution(LinearOutcome outcome) => outcome switch
    {
        LinearOutcome.Optimal => new LinearSolution(outcome, Value, Point()) { Prices = Unscaled(Tableau.AtActivities(Tableau.Costs), Tableau.CostFactor), Bound = Value },
        LinearOutcome.Unbounded => new LinearSolution(outcome, double.PositiveInfinity, Point()) { Ray = Ray() },
        LinearOutcome.OutOfWork when Tableau.Basis.All(variable => Tolerances.Side(Tableau, variable) == 0) => new LinearSolution(outcome, Value, Point()),
        LinearOutcome.Infeasible => new LinearSolution(outcome, double.NaN, []) { Prices = _proof.Length == 0 ? [] : Unscaled(_proof, 1), Bound = double.NegativeInfinity },
        _ => new LinearSolution(outcome, double.NaN, []),
    };

    private LinearOutcome Attempt()
    {
        var dual = new DualSteps(Tableau, work);
        if (dual.CanStart())
        {
            var ended = dual.Run();
            _proof = dual.Proof;
            if (ended is LinearOutcome.Infeasible or LinearOutcome.OutOfWork)
            {
                return ended.Value;
            }
        }

        var primal = new PrimalSteps(Tableau, work);
        var outcome = primal.Run();
        (_proof, _ray) = (primal.Proof, primal.Ray);
        return outcome;
    }

    private double[] Point() => [.. Enumerable.Range(0, Tableau.Columns).Select(True)];

    private double[] Unscaled(double[] prices, double factor) => [.. prices.Select((price, i) => price * factor / Tableau.Factors[Tableau.Columns + i])];

    private double[] Ray()
    {
        var ray = new double[Tableau.Columns];
        if (Tableau.Outside[_ray.Column] < Tableau.Columns)
        {
            ray[Tableau.Outside[_ray.Column]] = _ray.Sign * Tableau.Factors[Tableau.Outside[_ray.Column]];
        }

        for (var i = 0; i < Tableau.Rows; i++)
        {
            if (Tableau.Basis[i] < Tableau.Columns)
            {
                ray[Tableau.Basis[i]] = _ray.Sign * Tableau.At(i, _ray.Column) * Tableau.Factors[Tableau.Basis[i]];
            }
        }

        return ray;
    }
}
