namespace Cambrian.Numerics.Optimisation;

/// <summary>Variables that are constants in the constraints that read them.</summary>
internal sealed class PinnedVariables
{
    private readonly Dictionary<int, double> _values = [];

    /// <summary>Makes a variable a constant.</summary>
    public void Pin(int variable, double value) => _values[variable] = value;

    /// <summary>Whether any of some variables is a constant.</summary>
    public bool HoldsAny(ReadOnlySpan<int> indices)
    {
        foreach (var index in indices)
        {
            if (_values.ContainsKey(index))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same quadratic function ½ xᵀHx + aᵀx + b over the variables that are free.</summary>
    /// <param name="indices">The m variables that it reads.</param>
    /// <param name="linear">a, m long.</param>
    /// <param name="constant">b.</param>
    /// <param name="curvature">H, m × m, row by row; null for a linear function.</param>
    public (int[] Indices, double[] Linear, double Constant, double[]? Curvature) Reduce(ReadOnlySpan<int> indices, ReadOnlySpan<double> linear, double constant, double[]? curvature)
    {
        var (all, m) = (indices.ToArray(), indices.Length);
        int[] free = [.. Enumerable.Range(0, m).Where(i => !_values.ContainsKey(all[i]))];
        double[] values = [.. all.Select(index => _values.GetValueOrDefault(index))];
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
        return ([.. free.Select(i => all[i])], [.. free.Select(i => slopes[i])], constant, remaining);
    }
}
