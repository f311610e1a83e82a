using Cambrian.Numerics.Analysis;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Sequences;

/// <summary>
/// Step functions whose autoconvolution has a low peak, for their integral: the sum of f is made as large as it gets while f∗f stays within 1
/// (Matolcsi and Vinuesa 2010, arXiv 0907.1379, §3, there by linear programmes; here by an interior point that moves all at once).
/// </summary>
internal static class AutoconvolutionPeak
{
    /// <summary>The searches for one of the constants.</summary>
    /// <param name="floored">Whether the absolute value of f∗f counts.</param>
    /// <param name="positive">Whether f may not be negative.</param>
    public static StepFamily Family(bool floored, bool positive) => new(
        heights => positive && heights.Any(height => height < 0) ? double.NaN : Value(heights, floored),
        (heights, barrier, work) => Settle(StepFunctions.Sane(heights), barrier, (floored, positive), work),
        heights => 2 * StepFunctions.MeanSize(heights));

    // 2n·max(f∗f)/(Σf)²
    private static double Value(double[] heights, bool floored)
    {
        var (convolution, sum) = (Convolution.Square(heights), heights.Sum());
        var peak = floored ? convolution.Max(Math.Abs) : Math.Abs(convolution.Max());
        return sum > 0 ? 2 * heights.Length * peak / (sum * sum) : double.NaN;
    }

    private static double[] Settle(double[] heights, double barrier, (bool Floored, bool Positive) kind, Work work)
    {
        if (heights.Length > StepFamily.MostSettled)
        {
            return heights;
        }

        // A negative sum would settle at a negative maximum, and the mirror image is as good.
        var sign = heights.Sum() < 0 ? -1 : 1;
        var room = 1e-2 * Math.Max(StepFunctions.MeanSize(heights), 1e-6);
        double[] x = [.. heights.Select(height => kind.Positive ? Math.Max(0, sign * height) + room : (sign * height) + (room * 1e-3))];
        var convolution = Convolution.Square(x);
        var scale = Math.Sqrt(0.95 / convolution.Max(Math.Abs));
        for (var i = 0; i < x.Length; i++)
        {
            x[i] *= scale;
        }

        // Scaled so that multipliers are about 1 whatever the number of steps.
        double[] objective = [.. x.Select(_ => 1 / Math.Sqrt(x.Length))];
        var constraints = new AutoconvolutionConstraints(x.Length, kind.Floored, kind.Positive);
        InteriorPoint.Maximise(objective, constraints, x, StepFamily.Barriers(barrier, constraints.Count), work);
        return x;
    }
}
