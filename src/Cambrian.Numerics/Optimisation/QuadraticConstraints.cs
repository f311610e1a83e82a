using System.Runtime.InteropServices;

namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// Constraints gₖ(x) = ½ xᵀHₖx + aₖᵀx + bₖ ≥ 0, each of a few variables. All are added before the first is evaluated.
/// </summary>
/// <param name="variables">Length of x.</param>
public sealed class QuadraticConstraints(int variables) : InequalityConstraints
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _variables = [];
    private readonly List<double> _linear = [];
    private readonly List<double> _constants = [];
    private readonly List<double[]?> _curvatures = [];
    private double[] _gradients = [];

    /// <inheritdoc/>
    public override int Variables => variables;

    /// <inheritdoc/>
    public override int Count => _constants.Count;

    /// <inheritdoc/>
    public override long Cost => 4L * Enumerable.Range(0, Count).Sum(k => (long)(_starts[k + 1] - _starts[k]) * (_starts[k + 1] - _starts[k]));

    /// <summary>Adds one constraint.</summary>
    /// <param name="indices">The m variables it reads, all different.</param>
    /// <param name="linear">Their coefficients in a; m long.</param>
    /// <param name="constant">b.</param>
    /// <param name="curvature">H over these variables, symmetric, m × m, row by row; kept, not copied. Null for a linear constraint.</param>
    public void Add(ReadOnlySpan<int> indices, ReadOnlySpan<double> linear, double constant, double[]? curvature = null)
    {
        if (linear.Length != indices.Length || (curvature is not null && curvature.Length != indices.Length * indices.Length))
        {
            throw new ArgumentException($"{indices.Length} variables need as many linear coefficients and the square of that in curvature; got {linear.Length} and {curvature?.Length}.", nameof(linear));
        }

        _variables.AddRange(indices);
        _linear.AddRange(linear);
        _constants.Add(constant);
        _curvatures.Add(curvature);
        _starts.Add(_variables.Count);
    }

    /// <summary>The variables of a constraint.</summary>
    public ReadOnlySpan<int> IndicesOf(int constraint) =>
        CollectionsMarshal.AsSpan(_variables)[_starts[constraint].._starts[constraint + 1]];

    /// <summary>H of a constraint, null when it is linear.</summary>
    public double[]? CurvatureOf(int constraint) => _curvatures[constraint];

    /// <summary>gₖ(x), and its gradient with respect to the variables of the constraint.</summary>
    /// <param name="constraint">k.</param>
    /// <param name="x">All variables.</param>
    /// <param name="gradient">At least m long; receives the derivatives in the order of <see cref="IndicesOf"/>.</param>
    public double Evaluate(int constraint, ReadOnlySpan<double> x, Span<double> gradient)
    {
        var indices = IndicesOf(constraint);
        var linear = CollectionsMarshal.AsSpan(_linear)[_starts[constraint].._starts[constraint + 1]];
        var curvature = _curvatures[constraint];
        var value = _constants[constraint];
        for (var i = 0; i < indices.Length; i++)
        {
            var bent = curvature is null ? 0 : Bend(curvature.AsSpan(i * indices.Length, indices.Length), indices, x);
            gradient[i] = linear[i] + bent;
            value += x[indices[i]] * (linear[i] + (0.5 * bent));
        }

        return value;
    }

    /// <inheritdoc/>
    public override void Evaluate(ReadOnlySpan<double> x, Span<double> values)
    {
        Array.Resize(ref _gradients, _variables.Count);
        for (var k = 0; k < values.Length; k++)
        {
            values[k] = Evaluate(k, x, _gradients.AsSpan(_starts[k]));
        }
    }

    /// <inheritdoc/>
    public override void AddGradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        for (var k = 0; k < weights.Length; k++)
        {
            var indices = IndicesOf(k);
            for (var i = 0; i < indices.Length; i++)
            {
                gradient[indices[i]] += weights[k] * _gradients[_starts[k] + i];
            }
        }
    }

    /// <inheritdoc/>
    public override void AddNewton(ReadOnlySpan<double> weights, ReadOnlySpan<double> multipliers, Span<double> matrix)
    {
        for (var k = 0; k < weights.Length; k++)
        {
            var indices = IndicesOf(k);
            var curvature = CurvatureOf(k);
            var gradient = _gradients.AsSpan(_starts[k], indices.Length);
            for (var i = 0; i < indices.Length; i++)
            {
                var (row, scaled) = (indices[i] * variables, weights[k] * gradient[i]);
                for (var j = 0; j < indices.Length; j++)
                {
                    matrix[row + indices[j]] += (scaled * gradient[j]) - (curvature is null ? 0 : multipliers[k] * curvature[(i * indices.Length) + j]);
                }
            }
        }
    }

    /// <inheritdoc/>
    public override void Along(ReadOnlySpan<double> step, Span<double> slopes, Span<double> bends)
    {
        for (var k = 0; k < slopes.Length; k++)
        {
            var indices = IndicesOf(k);
            var curvature = CurvatureOf(k);
            var (slope, bend) = (0.0, 0.0);
            for (var i = 0; i < indices.Length; i++)
            {
                slope += _gradients[_starts[k] + i] * step[indices[i]];
                bend += curvature is null ? 0 : 0.5 * step[indices[i]] * Bend(curvature.AsSpan(i * indices.Length, indices.Length), indices, step);
            }

            (slopes[k], bends[k]) = (slope, bend);
        }
    }

    private static double Bend(ReadOnlySpan<double> row, ReadOnlySpan<int> indices, ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        for (var j = 0; j < row.Length; j++)
        {
            sum += row[j] * x[indices[j]];
        }

        return sum;
    }
}
