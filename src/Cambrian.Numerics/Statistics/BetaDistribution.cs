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

    /// <summary>The probability of a value of at most x: the regularised incomplete beta function (Abramowitz, Stegun 1964, 26.5.8, its continued fraction by Lentz' method).</summary>
    /// <param name="x">From 0 to 1.</param>
    /// <param name="alpha">First shape, above 0.</param>
    /// <param name="beta">Second shape, above 0.</param>
    public static double Cumulative(double x, double alpha, double beta)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        // The fraction converges quickly on one side of the mean only; the other side is that side of the mirrored distribution.
        var front = Math.Exp(GammaDistribution.LogGamma(alpha + beta) - GammaDistribution.LogGamma(alpha) - GammaDistribution.LogGamma(beta) + (alpha * Math.Log(x)) + (beta * Math.Log(1 - x)));
        return x < (alpha + 1) / (alpha + beta + 2) ? front * Fraction(x, alpha, beta) / alpha : 1 - (front * Fraction(1 - x, beta, alpha) / beta);
    }

    /// <summary>The value that is not exceeded with a given probability, to twelve digits.</summary>
    /// <param name="probability">From 0 to 1.</param>
    /// <param name="alpha">First shape, above 0.</param>
    /// <param name="beta">Second shape, above 0.</param>
    public static double Quantile(double probability, double alpha, double beta)
    {
        var (low, high) = (0.0, 1.0);
        for (var halving = 0; halving < 52; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = Cumulative(middle, alpha, beta) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Fraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        var (c, d) = (1.0, 1 / NotZero(1 - ((a + b) * x / (a + 1))));
        var value = d;
        for (var m = 1; m < 10_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            (c, d) = (NotZero(1 + (even / c)), 1 / NotZero(1 + (even * d)));
            value *= c * d;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            (c, d) = (NotZero(1 + (odd / c)), 1 / NotZero(1 + (odd * d)));
            value *= c * d;
            if (Math.Abs((c * d) - 1) < 1e-15)
            {
                break;
            }
        }

        return value;

        static double NotZero(double number) => Math.Abs(number) < Tiny ? Tiny : number;
    }
}
