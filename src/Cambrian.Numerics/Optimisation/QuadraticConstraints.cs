using System.Runtime.InteropServices;

namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// Constraints gₖ(x) = ½ xᵀHₖx + aₖᵀx + bₖ ≥ 0, each of a few variables. Built up once, then read only.
/// </summary>
/// <param name="variables">Length of x.</param>
public sealed class QuadraticConstraints(int variables)
{
    private readonly List<int[]> _indices = [];
    private readonly List<double[]> _linear = [];
    private readonly List<double> _constants = [];
    private readonly List<Bend[]> _bends = [];

    // Most constraints share a few matrices.
    private readonly Dictionary<double[], Bend[]> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, double> _pinned = [];

    /// <summary>Length of x.</summary>
    public int Variables => variables;

    /// <summary>Number of constraints.</summary>
    public int Count => _constants.Count;

    /// <summary>
    /// Makes a variable a constant in all constraints that are added from here on: what is to stay where it is, such as one point
    /// of an arrangement that could be moved as a whole.
    /// </summary>
    /// <param name="variable">Which.</param>
    /// <param name="value">Its value, the one it has in x.</param>
    public void Pin(int variable, double value) => _pinned[variable] = value;

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

        if (IsPinned(indices))
        {
            AddReduced(indices, linear, constant, curvature);
            return;
        }

        _indices.Add([.. indices]);
        _linear.Add([.. linear]);
        _constants.Add(constant);
        _bends.Add(curvature is null ? [] : Sparse(curvature, indices.Length));
    }

    /// <summary>The variables of a constraint.</summary>
    public ReadOnlySpan<int> IndicesOf(int constraint) => _indices[constraint];

    /// <summary>What is not zero of H on and below the diagonal, in places of <see cref="IndicesOf"/>; empty for a linear constraint.</summary>
    internal ReadOnlySpan<Bend> BendsOf(int constraint) => _bends[constraint];

    /// <summary>Operations of one pass over all constraints with their second derivatives.</summary>
    public long Cost => Enumerable.Range(0, Count).Sum(k => ((long)IndicesOf(k).Length * (IndicesOf(k).Length + 5)) + (6 * BendsOf(k).Length));

    /// <summary>gₖ(x), and its gradient with respect to the variables of the constraint.</summary>
    /// <param name="constraint">k.</param>
    /// <param name="x">All variables.</param>
    /// <param name="gradient">At least m long; receives the derivatives in the order of <see cref="IndicesOf"/>.</param>
    public double Evaluate(int constraint, ReadOnlySpan<double> x, Span<double> gradient)
    {
        var (indices, linear) = (_indices[constraint], _linear[constraint]);
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

    private bool IsPinned(ReadOnlySpan<int> indices)
    {
        foreach (var index in indices)
        {
            if (_pinned.ContainsKey(index))
            {
                return true;
            }
        }

        return false;
    }

    // The same constraint over the variables that are free.
    private void AddReduced(ReadOnlySpan<int> indices, ReadOnlySpan<double> linear, double constant, double[]? curvature)
    {
        var (all, m) = (indices.ToArray(), indices.Length);
        int[] free = [.. Enumerable.Range(0, m).Where(i => !_pinned.ContainsKey(all[i]))];
        double[] values = [.. all.Select(index => _pinned.GetValueOrDefault(index))];
        double[] slopes = [.. linear];
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; curvature is not null && j < m; j++)
            {
                // Free variables have the value 0 here, so that each product with a pinned one is a slope.
                slopes[i] += curvature[(i * m) + j] * values[j];
                constant += 0.5 * values[i] * curvature[(i * m) + j] * values[j];
            }

            constant += values[i] * linear[i];
        }

        double[]? remaining = curvature is null ? null : [.. free.SelectMany(i => free.Select(j => curvature[(i * m) + j]))];
        Add([.. free.Select(i => all[i])], [.. free.Select(i => slopes[i])], constant, remaining);
    }

    /// <summary>One second derivative.</summary>
    /// <param name="Row">Place of one variable.</param>
    /// <param name="Column">Place of the other, no later.</param>
    /// <param name="Value">∂²g.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Bend(int Row, int Column, double Value);
}
