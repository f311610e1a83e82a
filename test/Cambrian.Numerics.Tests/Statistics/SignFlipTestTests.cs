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

    [Fact]
    public void Many_pairs_are_estimated_and_never_certain()
    {
        Assert.Equal(1.0 / 20_001, SignFlipTest.PValue([.. Enumerable.Repeat(1.0, 60)]), 12);
        // Half up, half down: the sum is zero, reached by a little more than half of all assignments.
        Assert.InRange(SignFlipTest.PValue([.. Enumerable.Range(0, 60).Select(index => index % 2 == 0 ? 1.0 : -1)]), 0.5, 0.6);
    }

    [Fact]
    public void Equal_programs_seldom_look_different()
    {
        var random = new Random(8);
        var claims = Enumerable.Range(0, 2_000).Count(_ => SignFlipTest.PValue([.. Enumerable.Range(0, 12).Select(_ => random.NextDouble() - 0.5)]) <= 0.05);
        Assert.InRange(claims / 2_000.0, 0.03, 0.065);
    }
}
