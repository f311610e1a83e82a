using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Geometry;

/// <summary>
/// That no triangle of three points becomes smaller than the last variable, nor turns over, beside further constraints on the same
/// variables. There are so many triangles, all of one form, that it pays to write them out.
/// </summary>
internal sealed class TriangleConstraints : InequalityConstraints
{
    private readonly QuadraticConstraints _others;
    private readonly (int I, int J, int K)[] _triangles;
    private readonly double[] _signs;

    // 0 for coordinates that stay where they are, 1 for all others.
    private readonly double[] _free;
    private readonly double[] _gradients;

    /// <summary>For points as they lie.</summary>
    /// <param name="others">Further constraints over the coordinates and one more variable.</param>
    /// <param name="points">Whose triangles have the orientations that are kept.</param>
    /// <param name="pinned">Places of coordinates that stay where they are.</param>
    public TriangleConstraints(QuadraticConstraints others, double[] points, ReadOnlySpan<int> pinned)
    {
        _others = others;
        _triangles = [.. TriangleAreas.All(points.Length)];
        _signs = [.. _triangles.Select(triangle => TriangleAreas.Of(points, triangle.I, triangle.J, triangle.K) > 0 ? 1.0 : -1)];
        _gradients = new double[6 * _triangles.Length];
        _free = new double[points.Length];
        Array.Fill(_free, 1);
        foreach (var index in pinned)
        {
            _free[index] = 0;
        }
    }

    /// <inheritdoc/>
    public override int Variables => _others.Variables;

    /// <inheritdoc/>
    public override int Count => _others.Count + _triangles.Length;

    /// <inheritdoc/>
    public override long Cost => _others.Cost + (40L * _triangles.Length);

    /// <inheritdoc/>
    public override void Evaluate(ReadOnlySpan<double> x, Span<double> values)
    {
        _others.Evaluate(x, values[.._others.Count]);
        for (var n = 0; n < _triangles.Length; n++)
        {
            var (i, j, k) = _triangles[n];
            var sign = _signs[n];
            var gradient = _gradients.AsSpan(6 * n, 6);
            gradient[0] = sign * _free[i] * (x[j + 1] - x[k + 1]);
            gradient[1] = sign * _free[i + 1] * (x[k] - x[j]);
            gradient[2] = sign * _free[j] * (x[k + 1] - x[i + 1]);
            gradient[3] = sign * _free[j + 1] * (x[i] - x[k]);
            gradient[4] = sign * _free[k] * (x[i + 1] - x[j + 1]);
            gradient[5] = sign * _free[k + 1] * (x[j] - x[i]);
            values[_others.Count + n] = (sign * TriangleAreas.Of(x, i, j, k)) - x[^1];
        }
    }

    /// <inheritdoc/>
    public override void AddGradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        _others.AddGradient(weights[.._others.Count], gradient);
        for (var n = 0; n < _triangles.Length; n++)
        {
            var (i, j, k) = _triangles[n];
            var weight = weights[_others.Count + n];
            var own = _gradients.AsSpan(6 * n, 6);
            gradient[i] += weight * own[0];
            gradient[i + 1] += weight * own[1];
            gradient[j] += weight * own[2];
            gradient[j + 1] += weight * own[3];
            gradient[k] += weight * own[4];
            gradient[k + 1] += weight * own[5];
            gradient[^1] -= weight;
        }
    }

    /// <inheritdoc/>
    public override void AddNewton(ReadOnlySpan<double> weights, ReadOnlySpan<double> multipliers, Span<double> matrix)
    {
        _others.AddNewton(weights[.._others.Count], multipliers[.._others.Count], matrix);
        var size = Variables;
        var last = matrix.Slice((size - 1) * size, size);
        for (var n = 0; n < _triangles.Length; n++)
        {
            var (i, j, k) = _triangles[n];
            var (weight, bend) = (weights[_others.Count + n], _signs[n] * multipliers[_others.Count + n]);
            var a = _gradients.AsSpan(6 * n, 2);
            var b = _gradients.AsSpan((6 * n) + 2, 2);
            var c = _gradients.AsSpan((6 * n) + 4, 2);

            // i > j > k, so all of this is on or below the diagonal.
            Add(matrix, size, (i, i), (weight, 0), a, a);
            Add(matrix, size, (j, j), (weight, 0), b, b);
            Add(matrix, size, (k, k), (weight, 0), c, c);
            Add(matrix, size, (i, j), (weight, bend), a, b);
            Add(matrix, size, (j, k), (weight, bend), b, c);
            Add(matrix, size, (i, k), (weight, -bend), a, c);
            last[i] -= weight * a[0];
            last[i + 1] -= weight * a[1];
            last[j] -= weight * b[0];
            last[j + 1] -= weight * b[1];
            last[k] -= weight * c[0];
            last[k + 1] -= weight * c[1];
            last[^1] += weight;
        }
    }

    /// <inheritdoc/>
    public override void Along(ReadOnlySpan<double> step, Span<double> slopes, Span<double> bends)
    {
        _others.Along(step, slopes[.._others.Count], bends[.._others.Count]);
        for (var n = 0; n < _triangles.Length; n++)
        {
            var (i, j, k) = _triangles[n];
            var own = _gradients.AsSpan(6 * n, 6);
            slopes[_others.Count + n] = (own[0] * step[i]) + (own[1] * step[i + 1]) + (own[2] * step[j]) + (own[3] * step[j + 1])
                + (own[4] * step[k]) + (own[5] * step[k + 1]) - step[^1];
            bends[_others.Count + n] = _signs[n] * TriangleAreas.Of(step, i, j, k);
        }
    }

    // w·a·bᵀ in two rows, less λ∂²g, which couples x of one corner with y of another.
    private void Add(Span<double> matrix, int size, (int Row, int Column) place, (double Weight, double Bend) factor, ReadOnlySpan<double> row, ReadOnlySpan<double> column)
    {
        var upper = matrix.Slice((place.Row * size) + place.Column, 2);
        var lower = matrix.Slice(((place.Row + 1) * size) + place.Column, 2);
        var (first, second) = (factor.Weight * row[0], factor.Weight * row[1]);
        upper[0] += first * column[0];
        upper[1] += (first * column[1]) - (factor.Bend * _free[place.Row] * _free[place.Column + 1]);
        lower[0] += (second * column[0]) + (factor.Bend * _free[place.Row + 1] * _free[place.Column]);
        lower[1] += second * column[1];
    }
}
