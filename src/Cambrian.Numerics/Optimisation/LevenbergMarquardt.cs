using Cambrian.Numerics.LinearAlgebra;

namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// Minima of sums of squares: Gauss–Newton steps, damped in the units that columns of the Jacobian have had (Levenberg 1944; Marquardt 1963; Moré 1978, §5 and eq. 6.3), where the damping follows
/// the gain of the last step (Nielsen 1999, eq. 2.4). Steps come from orthogonal factors, as normal equations would lose half of the digits.
/// </summary>
public sealed class LevenbergMarquardt
{
    private readonly LeastSquares _problem;
    private readonly int _n;
    private readonly double[] _jacobian;
    private readonly double[] _table;
    private readonly double[] _damped;
    private readonly double[] _sums;
    private readonly double[] _scale;
    private readonly double[] _step;
    private readonly double[] _next;
    private double[] _residuals;
    private double[] _nextResiduals;
    private double _damping;
    private double _growth = 2;

    private LevenbergMarquardt(LeastSquares problem, int n)
    {
        (_problem, _n) = (problem, n);
        var rows = Math.Max(problem.Count, n);
        (_residuals, _nextResiduals) = (new double[problem.Count], new double[problem.Count]);
        (_jacobian, _table, _damped) = (new double[problem.Count * n], new double[rows * (n + 1)], new double[2 * n * (n + 1)]);
        (_sums, _scale, _step, _next) = (new double[n + 1], new double[n], new double[n], new double[n]);
    }

    private long FactorCost => 2L * _problem.Count * _n * _n;

    private long StepCost => 2L * _n * _n * _n;

    /// <summary>Moves x to a local minimum.</summary>
    /// <param name="problem">The residuals, and when to stop.</param>
    /// <param name="x">Where to start, n long; receives the best point.</param>
    /// <param name="work">Spent by calls and factors; when none is left, x is the best point so far.</param>
    /// <returns>The sum of squares at x.</returns>
    /// <exception cref="ArgumentException">There are no variables or no residuals, or these are not finite at the start.</exception>
    public static double Minimise(LeastSquares problem, Span<double> x, Work work)
    {
        if (x.IsEmpty || problem.Count < 1)
        {
            throw new ArgumentException($"{problem.Count} residuals of {x.Length} variables were given; expected at least one of each.", nameof(problem));
        }

        return new LevenbergMarquardt(problem, x.Length).Run(x, work);
    }

    private double Run(Span<double> x, Work work)
    {
        _problem.Residuals(x, _residuals, _jacobian);
        var value = Vectors.Dot(_residuals, _residuals);
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("The sum of squares is not finite where the search starts; start where it is.", nameof(x));
        }

        var changed = true;
        for (var step = 0; step < _problem.Steps && value > 0; step++)
        {
            if (changed && (!work.Spend(FactorCost + _problem.Cost) || !Factor(value)))
            {
                break;
            }

            if (!work.Spend(StepCost + _problem.Cost) || Ends(x, out var promised))
            {
                break;
            }

            _problem.Residuals(_next, _nextResiduals, []);
            var lower = Vectors.Dot(_nextResiduals, _nextResiduals);
            changed = Judge(value, lower, promised);
            if (changed)
            {
                _next.CopyTo(x);
                (_residuals, _nextResiduals) = (_nextResiduals, _residuals);
                var gained = value - lower;
                value = lower;
                if (gained <= _problem.Tolerance * value && promised <= _problem.Tolerance * value)
                {
                    break;
                }

                _problem.Residuals(x, _residuals, _jacobian);
            }
        }

        return value;
    }

    // The triangle of the Jacobian beside the residuals; false where these are orthogonal to all columns, or derivatives are not finite.
    private bool Factor(double value)
    {
        var steepest = 0.0;
        _table.AsSpan().Clear();
        for (var i = 0; i < _problem.Count; i++)
        {
            _jacobian.AsSpan(i * _n, _n).CopyTo(_table.AsSpan(i * (_n + 1)));
            _table[(i * (_n + 1)) + _n] = _residuals[i];
        }

        for (var j = 0; j < _n; j++)
        {
            var (length, slope) = (0.0, 0.0);
            for (var i = 0; i < _problem.Count; i++)
            {
                length += _jacobian[(i * _n) + j] * _jacobian[(i * _n) + j];
                slope += _jacobian[(i * _n) + j] * _residuals[i];
            }

            length = Math.Sqrt(length);
            _scale[j] = Math.Max(_scale[j], length);
            steepest = length > 0 ? Math.Max(steepest, Math.Abs(slope) / (length * Math.Sqrt(value))) : steepest;
        }

        if (!(steepest > _problem.Tolerance) || !double.IsFinite(_scale.Sum()))
        {
            return false;
        }

        HouseholderQr.Triangulate(_table, Math.Max(_problem.Count, _n), _n + 1, _n, _sums);
        _damping = _damping == 0 ? 1e-3 : _damping;
        return true;
    }

    // The next point, from the triangle with √μ·D below it; true where it would be no other. What the linear model promises is ‖J·h‖² + 2μ‖D·h‖² (Moré 1978, eq. 4.4).
    private bool Ends(ReadOnlySpan<double> x, out double promised)
    {
        var width = _n + 1;
        _table.AsSpan(0, _n * width).CopyTo(_damped);
        _damped.AsSpan(_n * width).Clear();
        for (var j = 0; j < _n; j++)
        {
            // A variable that has had no part in any residual stays where it is.
            _damped[((_n + j) * width) + j] = _scale[j] > 0 ? Math.Sqrt(_damping) * _scale[j] : 1;
        }

        HouseholderQr.Triangulate(_damped, 2 * _n, width, _n, _sums);
        promised = 0;
        if (!HouseholderQr.TrySubstitute(_damped, width, _step))
        {
            return true;
        }

        var (longest, size) = (0.0, 0.0);
        for (var j = 0; j < _n; j++)
        {
            _step[j] = -_step[j];
            _next[j] = x[j] + _step[j];
            promised += 2 * _damping * _scale[j] * _scale[j] * _step[j] * _step[j];
            (longest, size) = (longest + Math.Pow(_scale[j] * _step[j], 2), size + Math.Pow(_scale[j] * x[j], 2));
        }

        for (var i = 0; i < _n; i++)
        {
            var along = Vectors.Dot(_table.AsSpan((i * width) + i, _n - i), _step.AsSpan(i));
            promised += along * along;
        }

        return Math.Sqrt(longest) <= _problem.Tolerance * Math.Sqrt(size) || promised == 0;
    }

    // Whether the step is taken; sets the damping of the next.
    private bool Judge(double value, double lower, double promised)
    {
        var gain = (value - lower) / promised;
        if (gain > 1e-4)
        {
            _damping *= Math.Max(1.0 / 3, 1 - Math.Pow((2 * gain) - 1, 3));
            (_damping, _growth) = (Math.Max(_damping, 1e-20), 2);
            return true;
        }

        (_damping, _growth) = (_damping * _growth, 2 * _growth);
        return false;
    }
}
