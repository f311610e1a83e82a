using Cambrian.Numerics.Analysis;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Sequences;

/// <summary>
/// Functions h with values from 0 to 1 and mean ½ whose overlap with 1 − h is small however they are shifted: 2/n·maxₖ Σ hᵢ(1 − hᵢ₊ₖ)
/// (Haugland 2016, arXiv 1609.08000). Every method accepts any array of heights, leaves it as it is, and returns such a function, its mean up to rounding.
/// </summary>
public static class MinimumOverlap
{
    private static readonly StepFamily Free = new(Value, (heights, barrier, work) => Settle(heights, barrier, symmetric: false, work), _ => 1);

    private static readonly StepFamily Mirrored = new(Value, (heights, barrier, work) => Settle(heights, barrier, symmetric: true, work), _ => 1);

    /// <summary>A nearby local optimum.</summary>
    /// <param name="heights">Any.</param>
    /// <param name="barrier">How far heights first give way: from 1e-6 (they settle where they are) to 10 (they nearly begin anew).</param>
    /// <param name="work">Spent by the iteration, about 2n³ operations a step; when none is left, heights are what they are by then.</param>
    public static double[] Settle(double[] heights, double barrier, Work work) => Free.Settle(heights, barrier, work);

    /// <summary>A nearby local optimum among the functions that equal their reflection: an eighth of the work.</summary>
    /// <param name="heights">Any.</param>
    /// <param name="barrier">As of <see cref="Settle(double[], double, Work)"/>.</param>
    /// <param name="work">Spent by the iteration.</param>
    public static double[] SettleMirrored(double[] heights, double barrier, Work work) => Mirrored.Settle(heights, barrier, work);

    /// <summary>The best of settled random functions that equal their reflection.</summary>
    /// <param name="count">Number of steps.</param>
    /// <param name="starts">How many functions; at most 10,000.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">Spent; when none is left, no more are tried.</param>
    public static double[] Begin(int count, int starts, int seed, Work work) => Mirrored.Begin(count, starts, 0.5, (seed, work));

    /// <summary>Many local optima near each other, all equal to their reflection: changes the function, lets it settle, keeps what is no worse.</summary>
    /// <param name="heights">Where to start, any.</param>
    /// <param name="share">How much of the work that is left may be spent, 0 to 1.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">The share is spent.</param>
    public static double[] Hop(double[] heights, double share, int seed, Work work) => Mirrored.Hop(heights, share, seed, work);

    /// <summary>From coarse to fine: the function on more and more steps, settled at each; the best of them.</summary>
    /// <param name="heights">Where to start, any.</param>
    /// <param name="factor">More steps each time, 1.1 to 10.</param>
    /// <param name="count">How many steps to end with.</param>
    /// <param name="work">Spent; when none is left, the best so far.</param>
    public static double[] Climb(double[] heights, double factor, int count, Work work) => Mirrored.Climb(heights, factor, count, work);

    /// <summary>The function with the smaller overlap; of equals the first.</summary>
    public static double[] Better(double[] heights, double[] others) => Free.Better(heights, others);

    // A function that has no mean of ½ within 0 and 1 is none.
    private static double Value(double[] heights)
    {
        var scale = 0.5 * heights.Length / heights.Sum();
        double[] scaled = [.. heights.Select(height => height * scale)];
        return scaled.All(height => height is >= 0 and <= 1 + 1e-12)
            ? Convolution.Correlation(scaled, [.. scaled.Select(height => 1 - height)]).Max() * 2 / scaled.Length
            : double.NaN;
    }

    private static double[] Settle(double[] heights, double barrier, bool symmetric, Work work)
    {
        var inside = Inside(symmetric ? StepFunctions.Mirror(heights) : StepFunctions.Sane(heights));
        if (inside.Length > StepFamily.MostSettled)
        {
            return inside;
        }

        var unknowns = symmetric ? (inside.Length + 1) / 2 : inside.Length;
        var overlap = Convolution.Correlation(inside, [.. inside.Select(height => 1 - height)]).Max();
        double[] x = [.. inside.Take(unknowns), 1.01 * overlap];
        double[] objective = [.. new double[unknowns], -1];
        var constraints = new OverlapConstraints(inside.Length, symmetric);
        InteriorPoint.Maximise(objective, constraints, x, StepFamily.Barriers(barrier, constraints.Count), work);
        return OverlapConstraints.Unfold(x.AsSpan(0, unknowns), inside.Length);
    }

    // Strictly between 0 and 1 with a mean of ½: shifted, cut off, and shifted again by less and less.
    private static double[] Inside(double[] heights)
    {
        double[] inside = [.. heights.Select(height => Math.Clamp(height, 0.02, 0.98))];
        for (var round = 0; round < 60; round++)
        {
            var shift = 0.5 - inside.Average();
            for (var i = 0; i < inside.Length; i++)
            {
                inside[i] = Math.Clamp(inside[i] + shift, 0.01, 0.99);
            }
        }

        return inside;
    }
}
