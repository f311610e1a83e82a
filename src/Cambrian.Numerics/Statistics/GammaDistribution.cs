namespace Cambrian.Numerics.Statistics;

/// <summary>The gamma distribution of scale 1.</summary>
public static class GammaDistribution
{
    /// <summary>One draw (Marsaglia, Tsang 2000, "A simple method for generating gamma variables").</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="shape">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The shape is not above 0.</exception>
    public static double Sample(Random random, double shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);

        // Shapes below 1 are lifted by one and pulled back with a power of a uniform draw (their section 6).
        var lift = shape < 1 ? Math.Pow(1 - random.NextDouble(), 1 / shape) : 1;
        var d = (shape < 1 ? shape + 1 : shape) - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = NormalDistribution.Sample(random);
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v * lift;
            }
        }
    }
}
