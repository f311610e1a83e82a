using Cambrian.Numerics.Analysis;
using Cambrian.Numerics.LinearAlgebra;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Sequences;

/// <summary>
/// Over x = (h, t): t − cₖ ≥ 0 with cₖ = Σ hᵢ(1 − hᵢ₊ₖ) over the steps that both exist, for k from −(n−1); then hᵢ ≥ 0, then 1 − hᵢ ≥ 0.
/// The sum of h keeps its value.
/// </summary>
/// <param name="length">n.</param>
internal sealed class OverlapConstraints(int length) : InequalityConstraints
{
    private readonly int _shifts = (2 * length) - 1;
    private readonly double[] _heights = new double[length];
    private readonly double[] _columns = new double[length * ((2 * length) - 1)];
    private readonly double[] _conserved = [.. Enumerable.Repeat(1.0, length), 0];

    public override int Variables => length + 1;

    public override int Count => _shifts + (2 * length);

    public override long Cost => (long)length * length * length;

    public override ReadOnlySpan<double> Conserved => _conserved;

    public override void Evaluate(ReadOnlySpan<double> x, Span<double> values)
    {
        x[..length].CopyTo(_heights);
        double[] rest = [.. _heights.Select(height => 1 - height)];
        var overlap = Convolution.Correlation(_heights, rest);
        for (var k = 0; k < _shifts; k++)
        {
            values[k] = x[length] - overlap[k];
        }

        _heights.CopyTo(values[_shifts..]);
        rest.CopyTo(values[(_shifts + length)..]);
        Differentiate(rest);
    }

    public override void AddGradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var overlaps = weights[.._shifts];
        for (var i = 0; i < length; i++)
        {
            gradient[i] += weights[_shifts + i] - weights[_shifts + length + i] - Vectors.Dot(Column(i), overlaps);
        }

        foreach (var weight in overlaps)
        {
            gradient[length] += weight;
        }
    }

    public override void AddNewton(ReadOnlySpan<double> weights, ReadOnlySpan<double> multipliers, Span<double> matrix)
    {
        var last = length * (length + 1);
        Span<double> scaled = new double[_shifts];
        for (var i = 0; i < length; i++)
        {
            var column = Column(i);
            for (var k = 0; k < _shifts; k++)
            {
                scaled[k] = weights[k] * column[k];
                matrix[last + i] -= scaled[k];
            }

            for (var j = 0; j <= i; j++)
            {
                matrix[(i * (length + 1)) + j] += Vectors.Dot(Column(j), scaled) - multipliers[length - 1 + i - j] - multipliers[length - 1 + j - i];
            }

            matrix[(i * (length + 1)) + i] += weights[_shifts + i] + weights[_shifts + length + i];
        }

        for (var k = 0; k < _shifts; k++)
        {
            matrix[last + length] += weights[k];
        }
    }

    public override void Along(ReadOnlySpan<double> step, Span<double> slopes, Span<double> bends)
    {
        var heights = step[..length];
        var square = Convolution.Correlation(heights, heights);
        slopes.Clear();
        bends.Clear();
        for (var i = 0; i < length; i++)
        {
            Vectors.AddScaled(-heights[i], Column(i), slopes);
            (slopes[_shifts + i], slopes[_shifts + length + i]) = (heights[i], -heights[i]);
        }

        for (var k = 0; k < _shifts; k++)
        {
            slopes[k] += step[length];
            bends[k] = square[k];
        }
    }

    private ReadOnlySpan<double> Column(int i) => _columns.AsSpan(i * _shifts, _shifts);

    // ∂cₖ/∂hᵢ = (1 − hᵢ₊ₖ) − hᵢ₋ₖ, each where the step exists.
    private void Differentiate(double[] rest)
    {
        Array.Clear(_columns);
        for (var i = 0; i < length; i++)
        {
            var column = _columns.AsSpan(i * _shifts, _shifts);
            rest.CopyTo(column[(length - 1 - i)..]);
            for (var j = 0; j < length; j++)
            {
                column[length - 1 + i - j] -= _heights[j];
            }
        }
    }
}
