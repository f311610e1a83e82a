namespace Cambrian.Numerics.Statistics;

/// <summary>The beta distribution.</summary>
public static class BetaDistribution
{
    /// <summary>One draw, as X / (X + Y) of two gamma draws.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="alpha">First shape, above 0.</param>
    /// <param name="beta">Second shape, above 0.</param>
    public static double Sample(Random random, double alpha, double beta)
    {
        var x = GammaDistribution.Sample(random, alpha);
        var y = GammaDistribution.Sample(random, beta);
        return x + y > 0 ? x / (x + y) : alpha / (alpha + beta);
    }
}
