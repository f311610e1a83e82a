using Cambrian.Numerics.LinearAlgebra;

namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// Minima of smooth functions of many variables by limited-memory quasi-Newton steps (Nocedal and Wright 2006, Algorithms 7.4 and 7.5), with a line search
/// by bisection for the weak Wolfe conditions (Lewis and Overton 2013, Algorithm 2.6), which also holds where the function has kinks.
/// </summary>
public static class LimitedMemoryBfgs
{
    private const double Armijo = 1e-4;

    private const double Curvature = 0.9;

    private const int MostTrials = 40;

    /// <summary>A function's value at x, whose gradient it writes.</summary>
    /// <param name="x">n long.</param>
    /// <param name="gradient">n long; receives the derivatives.</param>
    public delegate double Slope(ReadOnlySpan<double> x, Span<double> gradient);

    /// <summary>Moves x to a local minimum.</summary>
    /// <param name="function">What is minimised; where it is not finite, steps are shortened.</param>
    /// <param name="x">Where to start; receives the minimum.</param>
    /// <param name="steps">At most so many steps.</param>
    /// <param name="cost">Operations of one call of the function, spent from the work.</param>
    /// <param name="work">When none is left, x is the best point so far.</param>
    /// <returns>The value at x.</returns>
    public static double Minimise(Slope function, Span<double> x, int steps, long cost, Work work)
    {
        var memory = new Memory(x.Length);
        var (gradient, next, nextGradient) = (new double[x.Length], new double[x.Length], new double[x.Length]);
        var value = function(x, gradient);
        for (var step = 0; step < steps; step++)
        {
            var direction = memory.Direction(gradient);
            var slope = Vectors.Dot(gradient, direction);
            if (!(slope < 0) || Search(x, direction, (value, slope)) is not { } lower)
            {
                return value;
            }

            memory.Add(next, x, nextGradient, gradient);
            next.CopyTo(x);
            (gradient, nextGradient, value) = (nextGradient, gradient, lower);
        }

        return value;

        double? Search(ReadOnlySpan<double> from, double[] direction, (double Value, double Slope) here)
        {
            var (low, high, length) = (0.0, double.PositiveInfinity, FirstLength(direction));
            for (var trial = 0; trial < MostTrials && work.Spend(cost); trial++)
            {
                from.CopyTo(next);
                Vectors.AddScaled(length, direction, next);
                var there = function(next, nextGradient);
                if (!(there <= here.Value + (Armijo * length * here.Slope)))
                {
                    high = length;
                }
                else if (Vectors.Dot(nextGradient, direction) < Curvature * here.Slope)
                {
                    low = length;
                }
                else
                {
                    return there;
                }

                length = double.IsFinite(high) ? 0.5 * (low + high) : 2 * length;
            }

            return null;
        }

        double FirstLength(double[] direction) => memory.IsEmpty ? Math.Min(1, 1 / Math.Sqrt(Vectors.Dot(direction, direction))) : 1;
    }

    // The last few steps s and changes y of the gradient.
    private sealed class Memory(int n)
    {
        private const int Size = 10;

        private readonly Queue<(double[] S, double[] Y, double Inverse)> _pairs = [];

        public bool IsEmpty => _pairs.Count == 0;

        public void Add(ReadOnlySpan<double> next, ReadOnlySpan<double> x, double[] nextGradient, double[] gradient)
        {
            var (s, y) = (next.ToArray(), nextGradient.ToArray());
            Vectors.AddScaled(-1, x, s);
            Vectors.AddScaled(-1, gradient, y);
            var product = Vectors.Dot(s, y);
            if (product > 0)
            {
                _pairs.Enqueue((s, y, 1 / product));
                _ = _pairs.Count > Size && _pairs.TryDequeue(out _);
            }
        }

        public double[] Direction(double[] gradient)
        {
            var direction = new double[n];
            Vectors.AddScaled(-1, gradient, direction);
            var weights = new Stack<double>();
            foreach (var (s, y, inverse) in _pairs.Reverse())
            {
                weights.Push(inverse * Vectors.Dot(s, direction));
                Vectors.AddScaled(-weights.Peek(), y, direction);
            }

            if (_pairs.Count > 0)
            {
                var (_, y, inverse) = _pairs.Last();
                var scale = 1 / (inverse * Vectors.Dot(y, y));
                for (var i = 0; i < n; i++)
                {
                    direction[i] *= scale;
                }
            }

            foreach (var (s, y, inverse) in _pairs)
            {
                Vectors.AddScaled(weights.Pop() - (inverse * Vectors.Dot(y, direction)), s, direction);
            }

            return direction;
        }
    }
}
