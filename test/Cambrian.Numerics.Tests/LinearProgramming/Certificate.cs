using Cambrian.Numerics.LinearProgramming;

namespace Cambrian.Numerics.Tests.LinearProgramming;

/// <summary>What a solution claims, worked out from the programme alone.</summary>
internal static class Certificate
{
    private const double Rounding = 1e-7;

    /// <summary>Fails unless the solution proves itself.</summary>
    public static void Check(LinearProgramme programme, LinearSolution solution)
    {
        switch (solution.Outcome)
        {
            case LinearOutcome.Optimal:
                Feasible(programme, solution.Point);
                var bound = Extreme(programme, solution.Prices, Reduced(programme, solution.Prices, programme.Objective), largest: true);
                Assert.Equal(solution.Value, Dot(programme.Objective, solution.Point), Rounding * (1 + Math.Abs(solution.Value)));
                Assert.Equal(bound, solution.Value, Rounding * (1 + Math.Abs(bound)));
                break;
            case LinearOutcome.Infeasible:
                Assert.NotEmpty(solution.Prices);
                Assert.True(Extreme(programme, solution.Prices, Reduced(programme, solution.Prices, new double[programme.Objective.Length]), largest: false) > 0);
                break;
            case LinearOutcome.Unbounded:
                Feasible(programme, solution.Point);
                Rises(programme, solution.Ray);
                break;
            default:
                Assert.Fail($"{solution.Outcome}");
                break;
        }
    }

    public static void Feasible(LinearProgramme programme, double[] point)
    {
        Assert.Equal(programme.Objective.Length, point.Length);
        Within(point, programme.Lower, programme.Upper);
        Within(Activities(programme, point), programme.RowLower, programme.RowUpper);
    }

    public static double[] Activities(LinearProgramme programme, double[] point) =>
        [.. Enumerable.Range(0, programme.RowUpper.Length).Select(i => Dot(programme.Rows.AsSpan(i * point.Length, point.Length), point))];

    private static void Within(double[] values, double[] lower, double[] upper) =>
        Assert.All(values.Index(), entry => Assert.InRange(entry.Item, lower[entry.Index] - (Rounding * (1 + Math.Abs(lower[entry.Index]))), upper[entry.Index] + (Rounding * (1 + Math.Abs(upper[entry.Index])))));

    private static void Rises(LinearProgramme programme, double[] ray)
    {
        var size = ray.Max(Math.Abs);
        Assert.True(Dot(programme.Objective, ray) > Rounding * size);
        Goes(ray, programme.Lower, programme.Upper, size);
        Goes(Activities(programme, ray), programme.RowLower, programme.RowUpper, size);
    }

    // No way towards a bound.
    private static void Goes(double[] changes, double[] lower, double[] upper, double size) =>
        Assert.All(changes.Index(), entry => Assert.True((entry.Item >= -Rounding * size || double.IsInfinity(lower[entry.Index])) && (entry.Item <= Rounding * size || double.IsInfinity(upper[entry.Index]))));

    private static double[] Reduced(LinearProgramme programme, double[] prices, double[] costs)
    {
        double[] reduced = [.. costs];
        for (var i = 0; i < prices.Length; i++)
        {
            for (var j = 0; j < reduced.Length; j++)
            {
                reduced[j] -= prices[i] * programme.Rows[(i * reduced.Length) + j];
            }
        }

        return reduced;
    }

    // The largest or least y·s + r·x for s and x within their bounds.
    private static double Extreme(LinearProgramme programme, double[] prices, double[] reduced, bool largest) =>
        Extreme(prices, programme.RowLower, programme.RowUpper, largest) + Extreme(reduced, programme.Lower, programme.Upper, largest);

    private static double Extreme(double[] weights, double[] lower, double[] upper, bool largest) =>
        weights.Select((weight, k) => Math.Abs(weight) < Rounding ? 0 : weight * (weight > 0 == largest ? upper[k] : lower[k])).Sum();

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
