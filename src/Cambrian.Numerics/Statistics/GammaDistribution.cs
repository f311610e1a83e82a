namespace Cambrian.Numerics.Statistics;

/// <summary>The gamma distribution of scale 1.</summary>
public static class GammaDistribution
{
    // Lanczos 1964, with the coefficients that Godfrey worked out in 2001 for g = 7: fifteen digits.
    private const double Shift = 7;

    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

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

    /// <summary>The logarithm of the gamma function.</summary>
    /// <param name="x">Above 0.</param>
    internal static double LogGamma(double x)
    {
        if (x < 0.5)
        {
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        }

        var sum = Lanczos[0];
        for (var k = 1; k < Lanczos.Length; k++)
        {
            sum += Lanczos[k] / (x - 1 + k);
        }

        var t = x - 0.5 + Shift;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
