using System.Runtime.InteropServices;

namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// Constraints gₖ(x) = ½ xᵀHₖx + aₖᵀx + bₖ ≥ 0, each of a few variables. Built up once, then read only.
/// </summary>
/// <param name="variables">Length of x.</param>
public sealed class QuadraticConstraints(int variables)
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _variables = [];
    private readonly List<double> _linear = [];
    private readonly List<double> _constants = [];
    private readonly List<double[]?> _curvatures = [];

    /// <summary>Length of x.</summary>
    public int Variables => variables;

    /// <summary>Number of constraints.</summary>
    public int Count => _constants.Count;

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

    /// <summary>Operations of one pass over all constraints with their second derivatives.</summary>
    public long Cost => 4L * Enumerable.Range(0, Count).Sum(k => (long)(_starts[k + 1] - _starts[k]) * (_starts[k + 1] - _starts[k]));

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
