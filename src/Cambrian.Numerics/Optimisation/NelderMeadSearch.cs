using Cambrian.Numerics.LinearAlgebra;

namespace Cambrian.Numerics.Optimisation;

/// <summary>The simplex of <see cref="NelderMead"/>: corners in ascending order of their values.</summary>
internal sealed class NelderMeadSearch
{
    private readonly NelderMead.Height _function;
    private readonly double[][] _corners;
    private readonly double[] _values;
    private readonly double[] _sum;
    private readonly double[] _trial;
    private readonly (long Cost, Work Work) _spending;
    private readonly (double Expand, double Contract, double Shrink) _factors;
    private bool _spent;

    /// <summary>The first simplex: x, and one corner along each axis.</summary>
    public NelderMeadSearch(NelderMead.Height function, ReadOnlySpan<double> x, double size, (long Cost, Work Work) spending)
    {
        var n = x.Length;
        (_function, _spending) = (function, spending);
        (_sum, _trial, _values) = (new double[n], new double[n], new double[n + 1]);

        // With one variable, the coefficients of two: its own would shrink to a point.
        double adapted = Math.Max(2, n);
        _factors = (1 + (2 / adapted), 0.75 - (1 / (2 * adapted)), 1 - (1 / adapted));
        _corners = new double[n + 1][];
        for (var k = 0; k <= n; k++)
        {
            _corners[k] = x.ToArray();
            if (k > 0)
            {
                _corners[k][k - 1] += size;
            }

            _values[k] = double.PositiveInfinity;
        }

        for (var k = 0; k <= n && !_spent; k++)
        {
            _values[k] = Value(_corners[k]);
        }

        Array.Sort(_values, _corners);
        Sum();
    }

    /// <summary>The best corner.</summary>
    public double[] Best => _corners[0];

    /// <summary>The value there.</summary>
    public double Lowest => _values[0];

    private int Last => _corners.Length - 1;

    /// <summary>The greatest difference to the best corner, in a coordinate or in the function.</summary>
    public double Spread()
    {
        var spread = _values[Last] - _values[0];
        foreach (var corner in _corners)
        {
            for (var i = 0; i < corner.Length; i++)
            {
                spread = Math.Max(spread, Math.Abs(corner[i] - _corners[0][i]));
            }
        }

        // Where all are infinite there is no difference, and no way to go.
        return double.IsNaN(spread) ? 0 : spread;
    }

    /// <summary>Moves the worst corner, or all but the best; false when the work is used up.</summary>
    public bool Step()
    {
        var reflected = Try(1);
        var point = _trial.ToArray();
        if (_spent)
        {
            return false;
        }

        if (reflected < _values[0])
        {
            if (Try(_factors.Expand) is var expanded && expanded < reflected)
            {
                (reflected, point) = (expanded, _trial.ToArray());
            }

            Replace(point, reflected);
        }
        else if (reflected < _values[Last - 1])
        {
            Replace(point, reflected);
        }
        else
        {
            var outside = reflected < _values[Last];
            var contracted = Try(outside ? _factors.Contract : -_factors.Contract);
            if (outside ? contracted <= reflected : contracted < _values[Last])
            {
                Replace(_trial.ToArray(), contracted);
            }
            else
            {
                Shrink();
            }
        }

        return !_spent;
    }

    // The value at the point beyond the centre of all corners but the last, as seen from that.
    private double Try(double distance)
    {
        for (var i = 0; i < _trial.Length; i++)
        {
            var centre = (_sum[i] - _corners[Last][i]) / Last;
            _trial[i] = centre + (distance * (centre - _corners[Last][i]));
        }

        return Value(_trial);
    }

    private double Value(double[] x)
    {
        _spent = _spent || !_spending.Work.Spend(_spending.Cost + (4 * x.Length));
        var value = _spent ? double.PositiveInfinity : _function(x);
        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }

    // In place of the last corner, behind those that are as good.
    private void Replace(double[] point, double value)
    {
        Vectors.AddScaled(-1, _corners[Last], _sum);
        Vectors.AddScaled(1, point, _sum);
        var place = Last;
        for (; place > 0 && value < _values[place - 1]; place--)
        {
            (_corners[place], _values[place]) = (_corners[place - 1], _values[place - 1]);
        }

        (_corners[place], _values[place]) = (point, value);
    }

    private void Shrink()
    {
        for (var k = 1; k <= Last && !_spent; k++)
        {
            for (var i = 0; i < _sum.Length; i++)
            {
                _corners[k][i] = _corners[0][i] + (_factors.Shrink * (_corners[k][i] - _corners[0][i]));
            }

            _values[k] = Value(_corners[k]);
        }

        Array.Sort(_values, _corners);
        Sum();
    }

    private void Sum()
    {
        Array.Clear(_sum);
        foreach (var corner in _corners)
        {
            Vectors.AddScaled(1, corner, _sum);
        }
    }
}
