using Cambrian.Numerics.Analysis;
using Cambrian.Numerics.LinearAlgebra;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Sequences;

/// <summary>
/// 1 − (f∗f)ₖ ≥ 0 for all k, then 1 + (f∗f)ₖ ≥ 0 where asked for, then fᵢ ≥ 0 where asked for. The normal matrix of a
/// convolution takes n³/4 multiplications, as Σₖ wₖ f₍ₖ₋ᵢ₎ f₍ₖ₋ⱼ₎ is one inner product with the products wₖ f₍ₖ₋ᵢ₎ made once for each i.
/// </summary>
/// <param name="length">n.</param>
/// <param name="floored">Whether f∗f is bounded from below as well.</param>
/// <param name="positive">Whether f may not be negative.</param>
internal sealed class AutoconvolutionConstraints(int length, bool floored, bool positive) : InequalityConstraints
{
    private readonly int _coefficients = (2 * length) - 1;
    private readonly double[] _heights = new double[length];
    private readonly double[] _row = new double[length];

    public override int Variables => length;

    public override int Count => ((floored ? 2 : 1) * _coefficients) + (positive ? length : 0);

    public override long Cost => ((long)length * length * length / 2) + (8L * length * length);

    private int Bounds => Count - length;

    public override void Evaluate(ReadOnlySpan<double> x, Span<double> values)
    {
        x.CopyTo(_heights);
        var convolution = Convolution.Square(x);
        for (var k = 0; k < _coefficients; k++)
        {
            values[k] = 1 - convolution[k];
            if (floored)
            {
                values[_coefficients + k] = 1 + convolution[k];
            }
        }

        if (positive)
        {
            x.CopyTo(values[Bounds..]);
        }
    }

    public override void AddGradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var net = Net(weights, -1);
        for (var i = 0; i < length; i++)
        {
            gradient[i] += (positive ? weights[Bounds + i] : 0) - (2 * Vectors.Dot(_heights, net.AsSpan(i)));
        }
    }

    public override void AddNewton(ReadOnlySpan<double> weights, ReadOnlySpan<double> multipliers, Span<double> matrix)
    {
        var (both, bend) = (Net(weights, 1), Net(multipliers, -1));
        for (var i = 0; i < length; i++)
        {
            for (var l = 0; l < length; l++)
            {
                _row[l] = 4 * both[l + i] * _heights[l];
            }

            for (var j = 0; j <= i; j++)
            {
                matrix[(i * length) + j] += Vectors.Dot(_heights.AsSpan(i - j), _row) + (2 * bend[i + j]);
            }

            matrix[(i * length) + i] += positive ? weights[Bounds + i] : 0;
        }
    }

    public override void Along(ReadOnlySpan<double> step, Span<double> slopes, Span<double> bends)
    {
        var (cross, square) = (Convolution.Product(_heights, step), Convolution.Square(step));
        for (var k = 0; k < _coefficients; k++)
        {
            (slopes[k], bends[k]) = (-2 * cross[k], -square[k]);
            if (floored)
            {
                (slopes[_coefficients + k], bends[_coefficients + k]) = (2 * cross[k], square[k]);
            }
        }

        if (positive)
        {
            step.CopyTo(slopes[Bounds..]);
            bends[Bounds..].Clear();
        }
    }

    // Weights of the upper bounds of f∗f, and those of the lower bounds with the sign given.
    private double[] Net(ReadOnlySpan<double> weights, double sign)
    {
        var net = weights[.._coefficients].ToArray();
        if (floored)
        {
            Vectors.AddScaled(sign, weights.Slice(_coefficients, _coefficients), net);
        }

        return net;
    }
}
