using Cambrian.Numerics.Statistics;

namespace Cambrian.Numerics.Tests.Statistics;

public sealed class DistributionTests
{
    private const int Draws = 40_000;

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413447461)]
    [InlineData(-1.959963985, 0.025)]
    [InlineData(3, 0.9986501020)]
    public void The_normal_distribution_has_its_tabled_values(double z, double expected) => Assert.Equal(expected, NormalDistribution.Cumulative(z), 1.5e-7);

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(7.5)]
    public void Gamma_draws_have_mean_and_variance_of_their_shape(double shape)
    {
        var random = new Random(5);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => GammaDistribution.Sample(random, shape))];

        // Six standard errors: of the mean √(k / n), of the variance √((2k² + 6k) / n).
        Assert.Equal(shape, draws.Average(), 6 * Math.Sqrt(shape / Draws));
        Assert.Equal(shape, Variance(draws), 6 * Math.Sqrt(((2 * shape * shape) + (6 * shape)) / Draws));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(0.5, 0.5)]
    public void Beta_draws_have_mean_and_variance_of_their_shapes(double alpha, double beta)
    {
        var random = new Random(6);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => BetaDistribution.Sample(random, alpha, beta))];
        var sum = alpha + beta;
        var variance = alpha * beta / (sum * sum * (sum + 1));

        Assert.All(draws, draw => Assert.InRange(draw, 0, 1));
        Assert.Equal(alpha / sum, draws.Average(), 6 * Math.Sqrt(variance / Draws));
        Assert.Equal(variance, Variance(draws), 0.003);
    }

    private static double Variance(double[] draws)
    {
        var mean = draws.Average();
        return draws.Sum(draw => (draw - mean) * (draw - mean)) / (draws.Length - 1);
    }
}
