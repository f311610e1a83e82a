using Cambrian.Numerics.LinearAlgebra;

namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// Local maxima of c·x subject to gₖ(x) ≥ 0 by a feasible primal–dual interior-point method: Newton steps on the perturbed
/// optimality conditions λₖgₖ(x) = μ, μ → 0, with a shifted Cholesky factorisation where the problem is not concave
/// (Nocedal and Wright 2006, Numerical Optimization, §19.3; Wächter and Biegler 2006, §2–3 for the rules of μ and λ).
/// </summary>
public sealed class InteriorPoint
{
    private const int MaxIterations = 300;

    // The share of its distance to a border that a step leaves.
    private const double Margin = 0.005;

    private readonly double[] _objective;
    private readonly InequalityConstraints _constraints;
    private readonly double[] _matrix;
    private readonly double[] _factor;
    private readonly double[] _step;
    private readonly double[] _residual;
    private readonly double[] _values;
    private readonly double[] _multipliers;
    private readonly double[] _slopes;
    private readonly double[] _weights;
    private readonly double[] _pull;
    private readonly double[] _bends;
    private readonly long _cost;
    private double _barrier;

    private InteriorPoint(ReadOnlySpan<double> objective, InequalityConstraints constraints, double barrier)
    {
        var n = constraints.Variables;
        (_objective, _constraints, _barrier) = (objective.ToArray(), constraints, barrier);
        (_matrix, _factor) = (new double[n * n], new double[n * n]);
        (_step, _residual) = (new double[n], new double[n]);
        (_values, _multipliers) = (new double[constraints.Count], new double[constraints.Count]);
        (_slopes, _bends) = (new double[constraints.Count], new double[constraints.Count]);
        (_weights, _pull) = (new double[constraints.Count], new double[constraints.Conserved.Length]);
        _cost = ((long)n * n * n / 3) + (2 * constraints.Cost);
    }

    /// <summary>Moves x to a local maximum of c·x. It stays strictly feasible all the way; variables of no constraint should have no part in c.</summary>
    /// <param name="objective">c.</param>
    /// <param name="constraints">g, and the linear function of x, if there is one, that keeps its value.</param>
    /// <param name="x">A strictly feasible point; receives the maximum.</param>
    /// <param name="barrier">μ to start and to end with. A large first one moves x away from all constraints, which often leads to better maxima; with the last, c·x is within about μ times the number of constraints of the maximum.</param>
    /// <param name="work">Spent by the iteration; when none is left, x is the point reached by then.</param>
    /// <returns>Whether the maximum was reached within the tolerance.</returns>
    /// <exception cref="ArgumentException">x is not strictly feasible.</exception>
    public static bool Maximise(ReadOnlySpan<double> objective, InequalityConstraints constraints, Span<double> x, (double Start, double End) barrier, Work work)
    {
        var method = new InteriorPoint(objective, constraints, Math.Max(barrier.Start, barrier.End));
        if (!method.Begin(x))
        {
            throw new ArgumentException("The starting point is not strictly feasible: some constraint is not positive there.", nameof(x));
        }

        for (var iteration = 0; iteration < MaxIterations && work.Spend(method._cost); iteration++)
        {
            if (method.Settled())
            {
                if (method._barrier <= barrier.End)
                {
                    return true;
                }

                method._barrier = Math.Max(barrier.End, Math.Min(0.2 * method._barrier, Math.Pow(method._barrier, 1.5)));
            }

            if (!method.Step(x))
            {
                return false;
            }
        }

        return false;
    }

    private bool Begin(ReadOnlySpan<double> x)
    {
        var feasible = Evaluate(x);
        for (var k = 0; k < _values.Length; k++)
        {
            _multipliers[k] = _barrier / _values[k];
        }

        return feasible;
    }

    private bool Evaluate(ReadOnlySpan<double> x)
    {
        _constraints.Evaluate(x, _values);
        foreach (var value in _values)
        {
            if (!(value > 0))
            {
                return false;
            }
        }

        return true;
    }

    // Whether the conditions hold about as well as the present μ deserves.
    private bool Settled()
    {
        _objective.CopyTo(_residual, 0);
        _constraints.AddGradient(_multipliers, _residual);
        var conserved = _constraints.Conserved;
        var level = conserved.IsEmpty ? 0 : Vectors.Dot(conserved, _residual) / Vectors.Dot(conserved, conserved);
        var worst = 0.0;
        for (var i = 0; i < _residual.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(_residual[i] - (conserved.IsEmpty ? 0 : level * conserved[i])));
        }

        for (var k = 0; k < _values.Length; k++)
        {
            worst = Math.Max(worst, Math.Abs((_multipliers[k] * _values[k]) - _barrier));
        }

        return worst <= 10 * _barrier;
    }

    private bool Step(Span<double> x)
    {
        Assemble();
        if (!Solve())
        {
            return false;
        }

        var length = Search(Vectors.Dot(_step, _residual));
        if (length <= 0)
        {
            return false;
        }

        UpdateMultipliers();
        for (var i = 0; i < x.Length; i++)
        {
            x[i] += length * _step[i];
        }

        return Evaluate(x) && Restrain();
    }

    // The Newton matrix, and the gradient of the barrier function c·x + μ Σ log g in the residual.
    private void Assemble()
    {
        _matrix.AsSpan().Clear();
        _objective.CopyTo(_residual, 0);
        for (var k = 0; k < _values.Length; k++)
        {
            _weights[k] = _barrier / _values[k];
        }

        _constraints.AddGradient(_weights, _residual);
        for (var k = 0; k < _values.Length; k++)
        {
            _weights[k] = _multipliers[k] / _values[k];
        }

        _constraints.AddNewton(_weights, _multipliers, _matrix);
    }

    private bool Solve()
    {
        var n = _step.Length;
        var largest = 0.0;
        for (var i = 0; i < n; i++)
        {
            // A variable of no constraint stays where it is.
            _matrix[(i * n) + i] = _matrix[(i * n) + i] == 0 ? 1 : _matrix[(i * n) + i];
            largest = Math.Max(largest, Math.Abs(_matrix[(i * n) + i]));
        }

        for (var shift = 0.0; shift <= 100 * largest; shift = shift == 0 ? 1e-4 * Math.Min(1, largest) : 10 * shift)
        {
            _matrix.CopyTo(_factor, 0);
            for (var i = 0; i < n; i++)
            {
                _factor[(i * n) + i] += shift;
            }

            if (Cholesky.TryFactor(_factor, n))
            {
                _residual.CopyTo(_step, 0);
                Cholesky.Solve(_factor, n, _step);
                Conserve();
                return true;
            }
        }

        return false;
    }

    // Nocedal and Wright 2006, eq. 16.15: the step of a problem with one linear equation, from the step without.
    private void Conserve()
    {
        var conserved = _constraints.Conserved;
        if (conserved.IsEmpty)
        {
            return;
        }

        conserved.CopyTo(_pull);
        Cholesky.Solve(_factor, _pull.Length, _pull);
        var share = Vectors.Dot(conserved, _step) / Vectors.Dot(conserved, _pull);
        for (var i = 0; i < _step.Length; i++)
        {
            _step[i] -= share * _pull[i];
        }
    }

    // The longest step that keeps a margin from every border and raises the barrier function.
    private double Search(double rise)
    {
        var length = 1.0;
        _constraints.Along(_step, _slopes, _bends);
        for (var k = 0; k < _values.Length; k++)
        {
            length = Math.Min(length, Reach((1 - Margin) * _values[k], _slopes[k], _bends[k]));
        }

        var ahead = Vectors.Dot(_objective, _step);
        for (var halvings = 0; halvings < 30; halvings++, length *= 0.5)
        {
            // Near the end the rise drowns in rounding: then any step that loses nothing to speak of is taken.
            if (Gain(length, ahead) >= (1e-4 * length * rise) - 1e-14)
            {
                return length;
            }
        }

        return 0;
    }

    // The least t > 0 with room + t·slope + t²·bend = 0.
    private static double Reach(double room, double slope, double bend)
    {
        var divisor = Math.Sqrt((slope * slope) - (4 * bend * room)) - slope;
        return divisor > 0 ? 2 * room / divisor : double.PositiveInfinity;
    }

    private double Gain(double length, double ahead)
    {
        var gain = length * ahead;
        for (var k = 0; k < _values.Length; k++)
        {
            gain += _barrier * Math.Log(1 + (length * (_slopes[k] + (length * _bends[k])) / _values[k]));
        }

        return gain;
    }

    private void UpdateMultipliers()
    {
        var length = 1.0;
        for (var k = 0; k < _values.Length; k++)
        {
            // From here on the slopes hold the multipliers' step.
            _slopes[k] = (_barrier / _values[k]) - (_multipliers[k] * (1 + (_slopes[k] / _values[k])));
            length = _slopes[k] < 0 ? Math.Min(length, (Margin - 1) * _multipliers[k] / _slopes[k]) : length;
        }

        for (var k = 0; k < _values.Length; k++)
        {
            _multipliers[k] += length * _slopes[k];
        }
    }

    // Wächter and Biegler 2006, eq. 16: multipliers stay near what the barrier alone would give.
    private bool Restrain()
    {
        for (var k = 0; k < _values.Length; k++)
        {
            var central = _barrier / _values[k];
            _multipliers[k] = Math.Clamp(_multipliers[k], central * 1e-10, central * 1e10);
        }

        return true;
    }
}
