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
    private readonly List<Bend[]> _bends = [];

    // Most constraints share a few matrices.
    private readonly Dictionary<double[], Bend[]> _known = new(ReferenceEqualityComparer.Instance);
    private readonly PinnedVariables _pinned = new();
    private double[] _gradients = [];

    /// <inheritdoc/>
    public override int Variables => variables;

    /// <inheritdoc/>
    public override int Count => _constants.Count;

    /// <inheritdoc/>
    public override long Cost => Enumerable.Range(0, Count).Sum(k => ((long)IndicesOf(k).Length * (IndicesOf(k).Length + 5)) + (6 * BendsOf(k).Length));

    /// <summary>
    /// Makes a variable a constant in all constraints that are added from here on: what is to stay where it is, such as one point
    /// of an arrangement that could be moved as a whole.
    /// </summary>
    /// <param name="variable">Which.</param>
    /// <param name="value">Its value, the one it has in x.</param>
    public void Pin(int variable, double value) => _pinned.Pin(variable, value);

    /// <summary>Adds one constraint.</summary>
    /// <param name="indices">The m variables it reads, all different.</param>
    /// <param name="linear">Their coefficients in a; m long.</param>
    /// <param name="constant">b.</param>
    /// <param name="curvature">H over these variables, symmetric, m × m, row by row; read once, so it must not change. Null for a linear constraint.</param>
    public void Add(ReadOnlySpan<int> indices, ReadOnlySpan<double> linear, double constant, double[]? curvature = null)
    {
        if (linear.Length != indices.Length || (curvature is not null && curvature.Length != indices.Length * indices.Length))
        {
            throw new ArgumentException($"{indices.Length} variables need as many linear coefficients and the square of that in curvature; got {linear.Length} and {curvature?.Length}.", nameof(linear));
        }

        if (_pinned.HoldsAny(indices))
        {
            var reduced = _pinned.Reduce(indices, linear, constant, curvature);
            Add(reduced.Indices, reduced.Linear, reduced.Constant, reduced.Curvature);
            return;
        }

        _variables.AddRange(indices);
        _linear.AddRange(linear);
        _constants.Add(constant);
        _bends.Add(curvature is null ? [] : Sparse(curvature, indices.Length));
        _starts.Add(_variables.Count);
    }

    /// <summary>The variables of a constraint.</summary>
    public ReadOnlySpan<int> IndicesOf(int constraint) =>
        CollectionsMarshal.AsSpan(_variables)[_starts[constraint].._starts[constraint + 1]];

    /// <summary>What is not zero of H on and below the diagonal, in places of <see cref="IndicesOf"/>; empty for a linear constraint.</summary>
    internal ReadOnlySpan<Bend> BendsOf(int constraint) => _bends[constraint];

    /// <summary>gₖ(x), and its gradient with respect to the variables of the constraint.</summary>
    /// <param name="constraint">k.</param>
    /// <param name="x">All variables.</param>
    /// <param name="gradient">At least m long; receives the derivatives in the order of <see cref="IndicesOf"/>.</param>
    public double Evaluate(int constraint, ReadOnlySpan<double> x, Span<double> gradient)
    {
        var indices = IndicesOf(constraint);
        var linear = CollectionsMarshal.AsSpan(_linear)[_starts[constraint].._starts[constraint + 1]];
        var value = _constants[constraint];
        for (var i = 0; i < indices.Length; i++)
        {
            gradient[i] = linear[i];
            value += linear[i] * x[indices[i]];
        }

        foreach (var (row, column, second) in _bends[constraint])
        {
            var (own, other) = (x[indices[row]], x[indices[column]]);
            gradient[row] += second * other;
            gradient[column] += row == column ? 0 : second * own;
            value += second * own * other * (row == column ? 0.5 : 1);
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
            var gradient = _gradients.AsSpan(_starts[k], indices.Length);
            for (var i = 0; i < indices.Length; i++)
            {
                var scaled = weights[k] * gradient[i];
                for (var j = 0; j <= i; j++)
                {
                    matrix[Lower(indices[i], indices[j])] += scaled * gradient[j];
                }
            }

            foreach (var (row, column, value) in BendsOf(k))
            {
                matrix[Lower(indices[row], indices[column])] -= multipliers[k] * value;
            }
        }
    }

    /// <inheritdoc/>
    public override void Along(ReadOnlySpan<double> step, Span<double> slopes, Span<double> bends)
    {
        for (var k = 0; k < slopes.Length; k++)
        {
            var indices = IndicesOf(k);
            var (slope, bend) = (0.0, 0.0);
            for (var i = 0; i < indices.Length; i++)
            {
                slope += _gradients[_starts[k] + i] * step[indices[i]];
            }

            foreach (var (row, column, value) in BendsOf(k))
            {
                bend += (row == column ? 0.5 : 1) * value * step[indices[row]] * step[indices[column]];
            }

            (slopes[k], bends[k]) = (slope, bend);
        }
    }

    private int Lower(int i, int j) => i > j ? (i * variables) + j : (j * variables) + i;

    private Bend[] Sparse(double[] curvature, int side)
    {
        if (!_known.TryGetValue(curvature, out var bends))
        {
            var lower = from row in Enumerable.Range(0, side)
                        from column in Enumerable.Range(0, row + 1)
                        where curvature[(row * side) + column] != 0
                        select new Bend(row, column, curvature[(row * side) + column]);
            _known[curvature] = bends = [.. lower];
        }

        return bends;
    }

    /// <summary>One second derivative.</summary>
    /// <param name="Row">Place of one variable.</param>
    /// <param name="Column">Place of the other, no later.</param>
    /// <param name="Value">∂²g.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Bend(int Row, int Column, double Value);
}
