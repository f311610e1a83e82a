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

    // Of whole shapes the probability is that of at least α successes among α + β − 1 draws (Abramowitz, Stegun 1964, 26.5.24).
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(7, 5)]
    [InlineData(1, 60)]
    [InlineData(45, 46)]
    public void The_beta_distribution_of_whole_shapes_is_a_binomial_tail(int alpha, int beta)
    {
        foreach (var x in new[] { 0.01, 0.1, 0.3, 0.5, 0.77, 0.99 })
        {
            var (draws, tail) = (alpha + beta - 1, 0.0);
            for (var won = alpha; won <= draws; won++)
            {
                var ways = Enumerable.Range(1, won).Aggregate(1.0, (product, k) => product * (draws - won + k) / k);
                tail += ways * Math.Pow(x, won) * Math.Pow(1 - x, draws - won);
            }

            Assert.Equal(tail, BetaDistribution.Cumulative(x, alpha, beta), 1e-12);
        }
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(3.25, 0.75)]
    [InlineData(20.5, 4.5)]
    [InlineData(300, 700)]
    public void Beta_quantiles_undo_probabilities_and_draws_keep_to_them(double alpha, double beta)
    {
        var random = new Random(7);
        double[] draws = [.. Enumerable.Range(0, Draws).Select(_ => BetaDistribution.Sample(random, alpha, beta))];
        foreach (var probability in new[] { 0.001, 0.05, 0.5, 0.9 })
        {
            var quantile = BetaDistribution.Quantile(probability, alpha, beta);
            Assert.Equal(probability, BetaDistribution.Cumulative(quantile, alpha, beta), 1e-10);

            // Six standard errors of a share.
            Assert.Equal(probability, draws.Count(draw => draw <= quantile) / (double)Draws, 6 * Math.Sqrt(probability * (1 - probability) / Draws));
        }
    }

    [Fact]
    public void The_arcsine_distribution_is_the_beta_of_two_halves()
    {
        foreach (var x in new[] { 0.02, 0.25, 0.5, 0.9 })
        {
            Assert.Equal(2 / Math.PI * Math.Asin(Math.Sqrt(x)), BetaDistribution.Cumulative(x, 0.5, 0.5), 1e-12);
        }
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
