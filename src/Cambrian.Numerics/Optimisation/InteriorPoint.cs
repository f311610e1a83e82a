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
    private readonly QuadraticConstraints _constraints;
    private readonly double[] _matrix;
    private readonly double[] _factor;
    private readonly double[] _step;
    private readonly double[] _residual;
    private readonly double[] _values;
    private readonly double[] _multipliers;
    private readonly double[] _slopes;
    private readonly double[] _gradients;
    private readonly double[] _bends;
    private readonly int _stride;
    private readonly long _cost;
    private double _barrier;

    private InteriorPoint(ReadOnlySpan<double> objective, QuadraticConstraints constraints, double barrier)
    {
        var n = constraints.Variables;
        (_objective, _constraints, _barrier) = (objective.ToArray(), constraints, barrier);
        (_matrix, _factor) = (new double[n * n], new double[n * n]);
        (_step, _residual) = (new double[n], new double[n]);
        (_values, _multipliers) = (new double[constraints.Count], new double[constraints.Count]);
        (_slopes, _bends) = (new double[constraints.Count], new double[constraints.Count]);
        _stride = constraints.Count == 0 ? 0 : Enumerable.Range(0, constraints.Count).Max(k => constraints.IndicesOf(k).Length);
        _gradients = new double[_stride * constraints.Count];
        _cost = ((long)n * n * n / 3) + (2 * constraints.Cost);
    }

    /// <summary>Moves x to a local maximum of c·x. It stays strictly feasible all the way; variables of no constraint should have no part in c.</summary>
    /// <param name="objective">c.</param>
    /// <param name="constraints">g.</param>
    /// <param name="x">A strictly feasible point; receives the maximum.</param>
    /// <param name="barrier">μ to start and to end with. A large first one moves x away from all constraints, which often leads to better maxima; with the last, c·x is within about μ times the number of constraints of the maximum.</param>
    /// <param name="work">Spent by the iteration; when none is left, x is the point reached by then.</param>
    /// <returns>Whether the maximum was reached within the tolerance.</returns>
    /// <exception cref="ArgumentException">x is not strictly feasible.</exception>
    public static bool Maximise(ReadOnlySpan<double> objective, QuadraticConstraints constraints, Span<double> x, (double Start, double End) barrier, Work work)
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
        for (var k = 0; k < _values.Length; k++)
        {
            _values[k] = _constraints.Evaluate(k, x, _gradients.AsSpan(k * _stride, _stride));
            if (!(_values[k] > 0))
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
        var worst = 0.0;
        for (var k = 0; k < _values.Length; k++)
        {
            var indices = _constraints.IndicesOf(k);
            for (var i = 0; i < indices.Length; i++)
            {
                _residual[indices[i]] += _multipliers[k] * _gradients[(k * _stride) + i];
            }

            worst = Math.Max(worst, Math.Abs((_multipliers[k] * _values[k]) - _barrier));
        }

        foreach (var part in _residual)
        {
            worst = Math.Max(worst, Math.Abs(part));
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

        var rise = 0.0;
        for (var i = 0; i < _step.Length; i++)
        {
            rise += _step[i] * _residual[i];
        }

        var length = Search(rise);
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

    // The Newton matrix Σ (λ/g) ∇g∇gᵀ − Σ λ∇²g, and the gradient of the barrier function c·x + μ Σ log g in the residual.
    private void Assemble()
    {
        _matrix.AsSpan().Clear();
        _objective.CopyTo(_residual, 0);
        for (var k = 0; k < _values.Length; k++)
        {
            var indices = _constraints.IndicesOf(k);
            var gradient = _gradients.AsSpan(k * _stride, indices.Length);
            var (weight, multiplier, pull) = (_multipliers[k] / _values[k], _multipliers[k], _barrier / _values[k]);
            for (var i = 0; i < indices.Length; i++)
            {
                _residual[indices[i]] += pull * gradient[i];
                var scaled = weight * gradient[i];
                for (var j = 0; j <= i; j++)
                {
                    _matrix[Lower(indices[i], indices[j])] += scaled * gradient[j];
                }
            }

            foreach (var (row, column, value) in _constraints.BendsOf(k))
            {
                _matrix[Lower(indices[row], indices[column])] -= multiplier * value;
            }
        }
    }

    // Only the lower triangle is filled.
    private int Lower(int i, int j) => i > j ? (i * _step.Length) + j : (j * _step.Length) + i;

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
                return true;
            }
        }

        return false;
    }

    // The longest step that keeps a margin from every border and raises the barrier function.
    private double Search(double rise)
    {
        var length = 1.0;
        for (var k = 0; k < _values.Length; k++)
        {
            (_slopes[k], _bends[k]) = Along(k);
            length = Math.Min(length, Reach((1 - Margin) * _values[k], _slopes[k], _bends[k]));
        }

        var ahead = 0.0;
        for (var i = 0; i < _step.Length; i++)
        {
            ahead += _objective[i] * _step[i];
        }

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

    // A constraint along the step: g(x + t·d) = g + t·slope + t²·bend.
    private (double Slope, double Bend) Along(int k)
    {
        var indices = _constraints.IndicesOf(k);
        var (slope, bend) = (0.0, 0.0);
        for (var i = 0; i < indices.Length; i++)
        {
            slope += _gradients[(k * _stride) + i] * _step[indices[i]];
        }

        foreach (var (row, column, value) in _constraints.BendsOf(k))
        {
            bend += (row == column ? 0.5 : 1) * value * _step[indices[row]] * _step[indices[column]];
        }

        return (slope, bend);
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
