using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Sequences;

/// <summary>
/// Functions of either sign whose autoconvolution stays close to zero: 2n·max|f∗f|/(Σf)² small.
/// Every method accepts any array of heights, leaves it as it is, and returns finite heights with a positive sum.
/// </summary>
public static class AbsoluteAutocorrelation
{
    private static readonly StepFamily Family = AutoconvolutionPeak.Family(floored: true, positive: false);

    /// <summary>A nearby local optimum.</summary>
    /// <param name="heights">Any.</param>
    /// <param name="barrier">How far heights first give way: from 1e-6 (they settle where they are) to 10 (they nearly begin anew).</param>
    /// <param name="work">Spent by the iteration, about n³ operations a step; when none is left, heights are what they are by then.</param>
    public static double[] Settle(double[] heights, double barrier, Work work) => Family.Settle(heights, barrier, work);

    /// <summary>The best of settled random functions.</summary>
    /// <param name="count">Number of steps.</param>
    /// <param name="starts">How many functions; at most 10,000.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">Spent; when none is left, no more are tried.</param>
    public static double[] Begin(int count, int starts, int seed, Work work) => Family.Begin(count, starts, 2, (seed, work));

    /// <summary>Many local optima near each other: changes the function, lets it settle, keeps what is no worse.</summary>
    /// <param name="heights">Where to start, any.</param>
    /// <param name="share">How much of the work that is left may be spent, 0 to 1.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">The share is spent.</param>
    public static double[] Hop(double[] heights, double share, int seed, Work work) => Family.Hop(heights, share, seed, work);

    /// <summary>From coarse to fine: the function on more and more steps, settled at each; the best of them.</summary>
    /// <param name="heights">Where to start, any.</param>
    /// <param name="factor">More steps each time, 1.1 to 10.</param>
    /// <param name="count">How many steps to end with.</param>
    /// <param name="work">Spent; when none is left, the best so far.</param>
    public static double[] Climb(double[] heights, double factor, int count, Work work) => Family.Climb(heights, factor, count, work);

    /// <summary>The function that gives the lower bound; of equals the first.</summary>
    public static double[] Better(double[] heights, double[] others) => Family.Better(heights, others);
}
