using System.Globalization;
using Cambrian.Core;

namespace Cambrian.Bench.Policies;

/// <summary>How many times as much one thing takes as another, over pairs.</summary>
/// <param name="Ratio">Ratio of the geometric means.</param>
/// <param name="Lower">Lower end of the 95 % interval.</param>
/// <param name="Upper">Upper end of the 95 % interval.</param>
public sealed record Speedup(double Ratio, double Lower, double Upper)
{
    private const int Resamples = 10_000;

    /// <summary>Of pairs of positive costs; the interval is the percentile bootstrap over pairs (Efron 1979).</summary>
    public static Speedup Of(IEnumerable<double> before, IEnumerable<double> after)
    {
        double[] logarithms = [.. before.Zip(after, (slow, fast) => Math.Log(slow / fast))];
        var random = Randomness.From(logarithms.Length);
        var means = new double[Resamples];
        for (var sample = 0; sample < Resamples; sample++)
        {
            for (var draw = 0; draw < logarithms.Length; draw++)
            {
                means[sample] += logarithms[random.Next(logarithms.Length)] / logarithms.Length;
            }
        }

        Array.Sort(means);
        return new Speedup(Math.Exp(logarithms.Average()), Math.Exp(means[(int)(0.025 * Resamples)]), Math.Exp(means[(int)(0.975 * Resamples)]));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ratio:0.00} ({Lower:0.00}–{Upper:0.00})");
}
