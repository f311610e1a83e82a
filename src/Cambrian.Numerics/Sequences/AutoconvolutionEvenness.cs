using Cambrian.Numerics.Analysis;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Sequences;

/// <summary>
/// ‖c‖₂²/(‖c‖₁‖c‖∞) of c = f∗f between its coefficients linear: (2Σcₖ² + Σcₖcₖ₊₁)/(3·Σcₖ·max c). Heights are squares of free variables, so that they stay
/// positive, and the maximum is a power mean (Σcᵖ)^(1/p), so that there is a gradient.
/// </summary>
internal static class AutoconvolutionEvenness
{
    private const double LastExponent = 3e5;

    private const int StepsOfAnExponent = 150;

    /// <summary>The value; NaN for a function that is zero.</summary>
    public static double Value(double[] heights)
    {
        var convolution = Convolution.Square(heights);
        var sum = heights.Sum();
        return Energy(convolution) / (3 * sum * sum * convolution.Max());
    }

    /// <summary>A local maximum, the exponent growing from one over the barrier.</summary>
    public static double[] Settle(double[] heights, double barrier, Work work)
    {
        var settled = heights;
        for (var exponent = 1 / (double.IsNaN(barrier) ? 1e-2 : Math.Clamp(barrier, 1e-5, 1)); exponent <= LastExponent && work.Left > 0; exponent *= 2.5)
        {
            settled = Ascend(settled, exponent, StepsOfAnExponent, work);
        }

        return settled;
    }

    /// <summary>A local maximum with one exponent.</summary>
    public static double[] Ascend(double[] heights, double exponent, int steps, Work work)
    {
        // A root of zero would stay zero.
        var room = 1e-9 + (1e-6 * StepFunctions.MeanSize(heights));
        double[] roots = [.. heights.Select(height => Math.Sqrt(Math.Max(height, 0) + room))];
        var cost = 200L * roots.Length * (int)Math.Log2(4 * roots.Length);
        LimitedMemoryBfgs.Minimise((x, gradient) => -Differentiate(x, exponent, gradient), roots, steps, cost, work);
        return [.. roots.Select(root => root * root)];
    }

    // The logarithm of the value with the power mean, and minus its gradient.
    private static double Differentiate(ReadOnlySpan<double> roots, double exponent, Span<double> gradient)
    {
        var heights = new double[roots.Length];
        for (var i = 0; i < heights.Length; i++)
        {
            heights[i] = roots[i] * roots[i];
        }

        var convolution = Convolution.Square(heights);
        var (energy, largest, sum) = (Energy(convolution), convolution.Max(), heights.Sum());
        var powers = new double[convolution.Length];
        for (var k = 0; k < powers.Length; k++)
        {
            powers[k] = Math.Pow(Math.Max(convolution[k], 0) / largest, exponent - 1);
        }

        var mean = 0.0;
        for (var k = 0; k < powers.Length; k++)
        {
            mean += powers[k] * Math.Max(convolution[k], 0) / largest;
        }

        // By c, and through c by f.
        var slopes = new double[convolution.Length];
        for (var k = 0; k < slopes.Length; k++)
        {
            var beside = (k > 0 ? convolution[k - 1] : 0) + (k + 1 < convolution.Length ? convolution[k + 1] : 0);
            slopes[k] = (((4 * convolution[k]) + beside) / energy) - (powers[k] / (largest * mean));
        }

        var through = Convolution.Correlation(heights, slopes);
        for (var i = 0; i < gradient.Length; i++)
        {
            gradient[i] = -2 * roots[i] * ((2 * through[heights.Length - 1 + i]) - (2 / sum));
        }

        return Math.Log(energy / 3) - (2 * Math.Log(sum)) - Math.Log(largest) - (Math.Log(mean) / exponent);
    }

    private static double Energy(double[] convolution)
    {
        var energy = 0.0;
        for (var k = 0; k < convolution.Length; k++)
        {
            energy += convolution[k] * ((2 * convolution[k]) + (k > 0 ? convolution[k - 1] : 0));
        }

        return energy;
    }
}
