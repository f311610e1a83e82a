using Cambrian.Numerics.LinearProgramming;

namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// Local maxima of the least of several functions by a sequence of linear programmes, each within a box about the last point whose size follows how well the last one foretold the gain (Madsen 1975,
/// J. Inst. Maths Applics 16:321, and the rules of Nocedal and Wright 2006, Algorithm 4.1, for the box). Near a point where as many functions as variables, and one more, are equal, the usual
/// case of packings, it converges quadratically; elsewhere slowly, and <see cref="InteriorPoint"/> is better.
/// </summary>
public sealed class SequentialLinear
{
    private readonly WorstOf _problem;
    private readonly double[] _jacobian;
    private readonly double[] _next;
    private double[] _values;
    private double[] _nextValues;

    private SequentialLinear(WorstOf problem, int n)
    {
        _problem = problem;
        (_values, _nextValues) = (new double[problem.Count], new double[problem.Count]);
        (_jacobian, _next) = (new double[problem.Count * n], new double[n]);
    }

    /// <summary>Moves x to a local maximum of min cₖ.</summary>
    /// <param name="problem">c, the bounds, and when to stop.</param>
    /// <param name="x">Where to start, n long; brought into the bounds first. Receives the best point.</param>
    /// <param name="work">Spent by calls and linear programmes; when none is left, x is the best point so far.</param>
    /// <returns>min cₖ at x.</returns>
    /// <exception cref="ArgumentException">There are no variables or no functions, bounds do not fit, or values are not finite at the start.</exception>
    public static double Maximise(WorstOf problem, Span<double> x, Work work)
    {
        if (x.IsEmpty || problem.Count < 1 || !(problem.Radius > 0))
        {
            throw new ArgumentException($"{problem.Count} functions of {x.Length} variables, and a box of {problem.Radius}, were given; expected at least one of each, and a positive box.", nameof(problem));
        }

        Require(problem.Lower, "lower", x.Length);
        Require(problem.Upper, "upper", x.Length);
        var method = new SequentialLinear(problem, x.Length);
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = Math.Min(Math.Max(x[i], method.Lower(i)), method.Upper(i));
        }

        return method.Run(x, work);
    }

    private static void Require(double[] bounds, string which, int n)
    {
        if ((bounds.Length != 0 && bounds.Length != n) || bounds.Any(double.IsNaN))
        {
            throw new ArgumentException($"{bounds.Length} {which} bounds were given for {n} variables; expected a number for each, or none at all.", nameof(bounds));
        }
    }

    private double Run(Span<double> x, Work work)
    {
        _problem.Functions(x, _values, _jacobian);
        var (value, radius) = (_values.Min(), _problem.Radius);
        if (!double.IsFinite(value) || !_jacobian.All(double.IsFinite))
        {
            throw new ArgumentException("Some function or derivative is not finite where the search starts; start where all are.", nameof(x));
        }

        for (var step = 0; step < _problem.Steps && radius > _problem.Tolerance && work.Spend(_problem.Cost + (2L * _jacobian.Length)); step++)
        {
            var programme = Programme(x, value, radius);
            var solution = Simplex.Maximise(programme, work);
            if (solution.Point.Length == 0 || !(solution.Value > _problem.Tolerance * Math.Max(1, Math.Abs(value))))
            {
                return value;
            }

            var longest = 0.0;
            for (var i = 0; i < x.Length; i++)
            {
                _next[i] = Math.Min(Math.Max(x[i] + solution.Point[i], Lower(i)), Upper(i));
                longest = Math.Max(longest, Math.Abs(solution.Point[i]));
            }

            _problem.Functions(_next, _nextValues, []);
            var gain = (_nextValues.Min() - value) / solution.Value;
            radius = gain > 0.75 && longest > 0.9 * radius ? 2 * radius : radius;
            radius = gain > 0.25 ? radius : 0.25 * Math.Min(longest, radius);
            if (gain > 1e-4)
            {
                _next.CopyTo(x);
                (_values, _nextValues) = (_nextValues, _values);
                value = _values.Min();
                _problem.Functions(x, _values, _jacobian);
            }
        }

        return value;
    }

    // The largest t with cₖ + ∇cₖ·d ≥ value + t within the box, over d and t. d = t = 0 is feasible, so that the simplex method starts with the second phase.
    private LinearProgramme Programme(ReadOnlySpan<double> x, double value, double radius)
    {
        var n = x.Length;
        var reach = new double[_values.Length];
        for (var k = 0; k < reach.Length; k++)
        {
            var slopes = 0.0;
            foreach (var slope in _jacobian.AsSpan(k * n, n))
            {
                slopes += Math.Abs(slope);
            }

            reach[k] = radius * slopes;
        }

        // t cannot be larger than that, so functions that stay above it have no say.
        var most = _values.Zip(reach, (at, rise) => at + rise).Min();
        int[] chosen = [.. Enumerable.Range(0, reach.Length).Where(k => _values[k] - reach[k] < most)];
        var (rows, floors) = (new double[chosen.Length * (n + 1)], new double[chosen.Length]);
        for (var row = 0; row < chosen.Length; row++)
        {
            _jacobian.AsSpan(chosen[row] * n, n).CopyTo(rows.AsSpan(row * (n + 1)));
            rows[(row * (n + 1)) + n] = -1;
            floors[row] = value - _values[chosen[row]];
        }

        var (objective, none) = (new double[n + 1], new double[chosen.Length]);
        objective[n] = 1;
        Array.Fill(none, double.PositiveInfinity);
        var (lower, upper) = (new double[n + 1], new double[n + 1]);
        for (var i = 0; i < n; i++)
        {
            (lower[i], upper[i]) = (Math.Max(-radius, Lower(i) - x[i]), Math.Min(radius, Upper(i) - x[i]));
        }

        upper[n] = double.PositiveInfinity;
        return new LinearProgramme(objective, rows, none) { RowLower = floors, Lower = lower, Upper = upper };
    }

    private double Lower(int i) => _problem.Lower.Length == 0 ? double.NegativeInfinity : _problem.Lower[i];

    private double Upper(int i) => _problem.Upper.Length == 0 ? double.PositiveInfinity : _problem.Upper[i];
}
