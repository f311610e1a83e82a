using Cambrian.Numerics.LinearAlgebra;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Analysis;

/// <summary>
/// Over f = Σ bⱼ h₄ⱼ with f(0) = 0 and |bⱼ| ≤ 1 for all but the last, the largest t with f(x) ≥ t·s(x) for all x ≥ r, where s(x)² = Σ h₄ⱼ(x)²: a linear programme
/// with infinitely many constraints, solved on points to which the lowest places of each solution are added (Hettich and Kortanek 1993, §7). Points are
/// kept from one solution to the next. There is a positive function beyond r if and only if t is positive.
/// </summary>
/// <param name="terms">Number of the bⱼ.</param>
internal sealed class PositivityProgramme(int terms)
{
    private const int Rounds = 6;

    // What f, in units of s, must keep after all rounding, of coefficients to doubles as well.
    private const double Margin = 1e-12;

    // Beyond its last turning point √(2·degree + 1) a function of this degree only decays.
    private readonly double _end = Math.Sqrt((8 * terms) + 1) + 1.5;
    private readonly SortedSet<double> _added = [];

    /// <summary>Coefficients cₖ of H₄ₖ, without the last, of a function that is positive beyond r; null when none was found.</summary>
    public double[]? Solve(double radius, Work work)
    {
        for (var round = 0; round < Rounds && work.Left > 0; round++)
        {
            double[] points = [.. Grid(radius, 10 * terms), .. _added.Where(point => point > radius), double.PositiveInfinity];
            var solution = Solve(points, work);
            if (solution[^1] <= Margin)
            {
                return null;
            }

            double[] coefficients = [.. solution.Take(terms - 1).Select((coefficient, j) => coefficient / HermiteFunctions.Norm(4 * j))];
            var (lowest, places) = Valleys(Complete(coefficients), radius);
            if (lowest > Margin)
            {
                return coefficients;
            }

            _added.UnionWith(places);
        }

        return null;
    }

    /// <summary>bⱼ of cₖ, the last one such that f(0) = 0.</summary>
    public double[] Complete(double[] coefficients)
    {
        var row = new double[terms];
        Row(0, row);
        double[] completed = [.. coefficients.Take(terms - 1).Select((coefficient, k) => coefficient * HermiteFunctions.Norm(4 * k)), 0];
        completed[^1] = -Vectors.Dot(completed, row) / row[^1];
        return completed;
    }

    /// <summary>The last sign change of f; null when it has none. A function that is negative far out counts as its negative.</summary>
    public double? LastChange(double[] coefficients)
    {
        var row = new double[terms];
        double Value(double x)
        {
            Row(x, row);
            return Vectors.Dot(coefficients, row);
        }

        var (sign, above) = (Math.Sign(coefficients[^1]), _end);
        foreach (var x in Grid(0, 200 * terms).Reverse())
        {
            if (Math.Sign(Value(x)) == -sign)
            {
                var (low, high) = (x, above);
                for (var halving = 0; halving < 60; halving++)
                {
                    var middle = 0.5 * (low + high);
                    (low, high) = Math.Sign(Value(middle)) == -sign ? (middle, high) : (low, middle);
                }

                return high;
            }

            above = x;
        }

        return null;
    }

    // The bⱼ but the last, which follows from f(0) = 0, and t.
    private double[] Solve(double[] points, Work work)
    {
        var n = terms;
        var (matrix, bounds) = (new double[(points.Length + (2 * n) - 2) * n], new double[points.Length + (2 * n) - 2]);
        var (origin, row) = (new double[terms], new double[terms]);
        Row(0, origin);
        for (var k = 0; k < points.Length; k++)
        {
            Row(points[k], row);
            for (var j = 0; j < n - 1; j++)
            {
                matrix[(k * n) + j] = row[j] - (origin[j] / origin[^1] * row[^1]);
            }

            matrix[(k * n) + n - 1] = -1;
        }

        for (var (j, k) = (0, points.Length); j < n - 1; j++, k += 2)
        {
            (matrix[(k * n) + j], matrix[((k + 1) * n) + j]) = (1, -1);
            (bounds[k], bounds[k + 1]) = (-1, -1);
        }

        var (x, objective) = (new double[n], new double[n]);
        (x[^1], objective[^1]) = (-1, 1);
        InteriorPoint.Maximise(objective, new LinearConstraints(matrix, bounds, n), x, (1e-2, 1e-17), work);
        return x;
    }

    // The least f/s on a fine grid and at the bottom of each of its valleys.
    private (double Lowest, List<double> Places) Valleys(double[] coefficients, double radius)
    {
        var row = new double[terms];
        double Value(double x)
        {
            Row(x, row);
            return Vectors.Dot(coefficients, row);
        }

        var (lowest, places) = (Value(double.PositiveInfinity), new List<double>());
        var (before, here) = (double.PositiveInfinity, double.PositiveInfinity);
        var width = (_end - radius) / (100 * terms);
        for (var x = radius; x <= _end; x += width)
        {
            var after = Value(x);
            lowest = Math.Min(lowest, after);
            if (here <= before && here <= after && double.IsFinite(before))
            {
                // The first parabola is off by its width squared, so one of a fiftieth of the width follows.
                var place = Vertex(x - width, width, (before, here, after));
                place = Vertex(place, width / 50, (Value(place - (width / 50)), Value(place), Value(place + (width / 50))));
                places.Add(place);
                lowest = Math.Min(lowest, Value(place));
            }

            (before, here) = (here, after);
        }

        return (lowest, places);
    }

    private static double Vertex(double middle, double width, (double Left, double Middle, double Right) values)
    {
        var bend = values.Left - (2 * values.Middle) + values.Right;
        return bend > 0 ? middle + Math.Clamp(0.5 * width * (values.Left - values.Right) / bend, -width, width) : middle;
    }

    private double[] Grid(double from, int count) => [.. Enumerable.Range(0, count + 1).Select(k => from + ((_end - from) * k / count))];

    // h₄ⱼ(x)/s(x); at infinity the last function is all there is.
    private void Row(double x, Span<double> row)
    {
        if (double.IsPositiveInfinity(x))
        {
            row[..(terms - 1)].Clear();
            row[terms - 1] = 1;
            return;
        }

        Span<double> values = new double[(4 * terms) - 3];
        HermiteFunctions.Evaluate(x, values);
        for (var j = 0; j < terms; j++)
        {
            row[j] = values[4 * j];
        }

        var size = Math.Sqrt(Vectors.Dot(row[..terms], row[..terms]));
        for (var j = 0; j < terms; j++)
        {
            row[j] /= size;
        }
    }
}
