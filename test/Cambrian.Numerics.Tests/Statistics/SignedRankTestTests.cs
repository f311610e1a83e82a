using Cambrian.Numerics.Statistics;

namespace Cambrian.Numerics.Tests.Statistics;

public sealed class SignedRankTestTests
{
    // With n differences of one sign the two-sided p-value is 2 / 2ⁿ.
    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(5, 0.0625)]
    [InlineData(8, 0.0078125)]
    [InlineData(10, 0.001953125)]
    public void Differences_of_one_sign_have_the_smallest_p_value_there_is(int count, double expected) =>
        Assert.Equal(expected, SignedRankTest.PValue([.. Enumerable.Range(1, count).Select(rank => (double)rank)]), 12);

    // Critical values of the rank sum (Wilcoxon 1945, table; n = 10: W = 8 has p = 0.0488, W = 9 has 0.0645).
    [Theory]
    [InlineData(new[] { 1, 2, 5 }, 0.0488)]
    [InlineData(new[] { 1, 3, 5 }, 0.0645)]
    public void Exact_p_values_are_those_of_the_published_table(int[] negative, double expected) =>
        Assert.Equal(expected, SignedRankTest.PValue([.. Enumerable.Range(1, 10).Select(rank => (double)(negative.Contains(rank) ? -rank : rank))]), 4);

    [Fact]
    public void Zeros_do_not_count_and_nothing_has_p_one()
    {
        Assert.Equal(SignedRankTest.PValue([1, 2, 3, -4]), SignedRankTest.PValue([0, 1, 2, 0, 3, -4, 0]));
        Assert.Equal(1, SignedRankTest.PValue([0, 0]));
        Assert.Equal(1, SignedRankTest.PValue([]));
    }

    [Fact]
    public void Signs_are_interchangeable()
    {
        double[] differences = [3, -1, 4, -1, 5, 9, -2, 6, 5, -3];
        Assert.Equal(SignedRankTest.PValue(differences), SignedRankTest.PValue(Array.ConvertAll(differences, difference => -difference)), 12);
    }

    // Ranks 1 to 30, every third negative: the positive ones sum to 300, against 232.5 ± √2363.75 under the null; z = 1.3884.
    [Fact]
    public void Many_differences_are_approximated_by_the_normal_distribution() =>
        Assert.Equal(0.1650, SignedRankTest.PValue([.. Enumerable.Range(1, 30).Select(rank => (double)(rank % 3 == 0 ? -rank : rank))]), 1e-3);
}
