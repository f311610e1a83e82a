using Cambrian.Numerics.Analysis;
using Cambrian.Numerics.LinearAlgebra;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Sequences;

/// <summary>
/// Over x = (u, t): t − cₖ ≥ 0 with cₖ = Σ hᵢ(1 − hᵢ₊ₖ) over the steps that both exist, then uᵢ ≥ 0, then 1 − uᵢ ≥ 0; the sum of h
/// keeps its value. Either u is h and k goes from −(n−1) to n−1, or h is symmetric, u its first half (with the middle one),
/// and k goes from 0: an eighth of the work.
/// </summary>
/// <param name="length">n.</param>
/// <param name="symmetric">Whether hᵢ = hₙ₋₁₋ᵢ.</param>
internal sealed class OverlapConstraints(int length, bool symmetric) : InequalityConstraints
{
    private readonly int _unknowns = symmetric ? (length + 1) / 2 : length;
    private readonly int _shifts = symmetric ? length : (2 * length) - 1;
    private readonly int _least = symmetric ? 0 : 1 - length;
    private readonly double[] _heights = new double[length];
    private readonly double[] _columns = new double[(symmetric ? (length + 1) / 2 : length) * (symmetric ? length : (2 * length) - 1)];
    private readonly double[] _conserved = Conserve(length, symmetric);

    public override int Variables => _unknowns + 1;

    public override int Count => _shifts + (2 * _unknowns);

    public override long Cost => (long)_unknowns * _unknowns * _shifts;

    public override ReadOnlySpan<double> Conserved => _conserved;

    /// <summary>h of u.</summary>
    public static double[] Unfold(ReadOnlySpan<double> u, int length)
    {
        var heights = new double[length];
        for (var i = 0; i < length; i++)
        {
            heights[i] = u[i < u.Length ? i : length - 1 - i];
        }

        return heights;
    }

    public override void Evaluate(ReadOnlySpan<double> x, Span<double> values)
    {
        Unfold(x[.._unknowns], length).CopyTo(_heights, 0);
        double[] rest = [.. _heights.Select(height => 1 - height)];
        var overlap = Convolution.Correlation(_heights, rest);
        for (var k = 0; k < _shifts; k++)
        {
            values[k] = x[_unknowns] - overlap[length - 1 + _least + k];
        }

        _heights.AsSpan(0, _unknowns).CopyTo(values[_shifts..]);
        rest.AsSpan(0, _unknowns).CopyTo(values[(_shifts + _unknowns)..]);
        Differentiate(rest);
    }

    public override void AddGradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var overlaps = weights[.._shifts];
        for (var i = 0; i < _unknowns; i++)
        {
            gradient[i] += weights[_shifts + i] - weights[_shifts + _unknowns + i] - Vectors.Dot(Column(i), overlaps);
        }

        foreach (var weight in overlaps)
        {
            gradient[_unknowns] += weight;
        }
    }

    public override void AddNewton(ReadOnlySpan<double> weights, ReadOnlySpan<double> multipliers, Span<double> matrix)
    {
        var last = matrix[(_unknowns * (_unknowns + 1))..];
        var scaled = new double[_shifts];
        var bend = Bend(multipliers);
        for (var i = 0; i < _unknowns; i++)
        {
            var column = Column(i);
            for (var k = 0; k < _shifts; k++)
            {
                scaled[k] = weights[k] * column[k];
                last[i] -= scaled[k];
            }

            for (var j = 0; j <= i; j++)
            {
                // Of a symmetric h both are two steps, at two distances; a middle one counts for two.
                var bends = bend[i - j] + (symmetric ? bend[length - 1 - i - j] : 0);
                matrix[(i * (_unknowns + 1)) + j] += Vectors.Dot(Column(j), scaled) - (Orbit(i) * Orbit(j) * bends / (symmetric ? 2 : 1));
            }

            matrix[(i * (_unknowns + 1)) + i] += weights[_shifts + i] + weights[_shifts + _unknowns + i];
        }

        for (var k = 0; k < _shifts; k++)
        {
            last[_unknowns] += weights[k];
        }
    }

    public override void Along(ReadOnlySpan<double> step, Span<double> slopes, Span<double> bends)
    {
        var heights = Unfold(step[.._unknowns], length);
        var square = Convolution.Correlation(heights, heights);
        slopes.Clear();
        bends.Clear();
        for (var i = 0; i < _unknowns; i++)
        {
            Vectors.AddScaled(-heights[i], Column(i), slopes);
            (slopes[_shifts + i], slopes[_shifts + _unknowns + i]) = (heights[i], -heights[i]);
        }

        for (var k = 0; k < _shifts; k++)
        {
            slopes[k] += step[_unknowns];
            bends[k] = square[length - 1 + _least + k];
        }
    }

    private static double[] Conserve(int length, bool symmetric)
    {
        var weights = new double[(symmetric ? (length + 1) / 2 : length) + 1];
        for (var i = 0; i < weights.Length - 1; i++)
        {
            weights[i] = symmetric && (2 * i) + 1 != length ? 2 : 1;
        }

        return weights;
    }

    private double Orbit(int i) => _conserved[i];

    // Σ λₖ over the shifts k and −k that exist, by distance; twice at 0, as the second derivative of a square is.
    private double[] Bend(ReadOnlySpan<double> multipliers)
    {
        var bend = new double[length];
        for (var distance = 0; distance < length; distance++)
        {
            bend[distance] = multipliers[distance - _least];
            bend[distance] += symmetric ? distance == 0 ? bend[0] : 0 : multipliers[-distance - _least];
        }

        return bend;
    }

    private ReadOnlySpan<double> Column(int i) => _columns.AsSpan(i * _shifts, _shifts);

    // ∂cₖ/∂hᵢ = (1 − hᵢ₊ₖ) − hᵢ₋ₖ, each where the step exists; for both steps of a pair.
    private void Differentiate(double[] rest)
    {
        Array.Clear(_columns);
        for (var i = 0; i < _unknowns; i++)
        {
            var column = _columns.AsSpan(i * _shifts, _shifts);
            Differentiate(i, rest, column);
            if (Orbit(i) > 1)
            {
                Differentiate(length - 1 - i, rest, column);
            }
        }
    }

    private void Differentiate(int i, double[] rest, Span<double> column)
    {
        for (var k = Math.Max(_least, -i); k < length - i; k++)
        {
            column[k - _least] += rest[i + k];
        }

        for (var k = Math.Max(_least, i + 1 - length); k <= i; k++)
        {
            column[k - _least] -= _heights[i - k];
        }
    }
}
