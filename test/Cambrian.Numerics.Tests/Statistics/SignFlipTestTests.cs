using Cambrian.Numerics.Statistics;

namespace Cambrian.Numerics.Tests.Statistics;

public sealed class SignFlipTestTests
{
    // Darwin's fifteen pairs of plants, crossed minus self-fertilised, in eighths of an inch. Fisher (1935, §21) counts 863 of the 32,768
    // assignments with a sum of 314 or more.
    [Fact]
    public void Darwins_plants_have_the_p_value_that_Fisher_counted() =>
        Assert.Equal(863.0 / 32_768, SignFlipTest.PValue([49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]), 12);

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4, 5 }, 1.0 / 32)]
    [InlineData(new[] { 1.0, 1, 1, 1, -1 }, 6.0 / 32)]
    [InlineData(new[] { 0.1, 0.2, -0.3 }, 5.0 / 8)]
    [InlineData(new[] { 0.0, 2, 0 }, 0.5)]
    [InlineData(new[] { 0.0, 0 }, 1.0)]
    [InlineData(new[] { -1.0, -2 }, 1.0)]
    public void Few_pairs_are_counted_exactly(double[] differences, double expected) => Assert.Equal(expected, SignFlipTest.PValue(differences), 12);

    // With differences of one size the number of wins is binomial: 2^-60, and 1 / 2 plus half of C(60, 30) / 2^60.
    [Fact]
    public void Many_pairs_are_counted_too_however_small_the_value()
    {
        Assert.Equal(Math.Pow(2, -60), SignFlipTest.PValue([.. Enumerable.Repeat(0.25, 60)]), 1e-27);
        Assert.Equal(0.5512891, SignFlipTest.PValue([.. Enumerable.Range(0, 60).Select(index => index % 2 == 0 ? 1.0 : -1)]), 6);
    }

    [Fact]
    public void The_grid_changes_little()
    {
        var random = new Random(11);
        double[] twenty = [.. Enumerable.Range(0, 20).Select(_ => random.NextDouble() - 0.4)];

        // A twenty-first difference of next to nothing asks for the grid, where it counts as none.
        Assert.Equal(SignFlipTest.PValue(twenty), SignFlipTest.PValue([.. twenty, 1e-9]), 0.002);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(40)]
    public void Equal_programs_seldom_look_different(int pairs)
    {
        var random = new Random(8);
        var claims = Enumerable.Range(0, 2_000).Count(_ => SignFlipTest.PValue([.. Enumerable.Range(0, pairs).Select(_ => random.NextDouble() - 0.5)]) <= 0.05);
        Assert.InRange(claims / 2_000.0, 0.03, 0.065);
    }
}
