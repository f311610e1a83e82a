using Cambrian.Commands;
using CsCheck;

namespace Cambrian.Tests.Commands;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("--sead", "--seed")]
    [InlineData("--tiem", "--time")]
    [InlineData("--step", "--steps")]
    [InlineData("--frobnicate", null)]
    public void Names_what_was_meant_when_it_is_near(string given, string? meant) =>
        Assert.Equal(meant, NearestName.Of(given, ["--seed", "--steps", "--time", "--json"]));

    [Fact]
    public void The_distance_is_symmetric_zero_for_equal_words_and_at_most_the_longer_length() =>
        Gen.Select(Gen.String[Gen.Char["abc-"], 0, 8], Gen.String[Gen.Char["abc-"], 0, 8]).Sample((a, b) =>
            NearestName.Distance(a, b) == NearestName.Distance(b, a)
            && NearestName.Distance(a, b) == 0 == (a == b)
            && NearestName.Distance(a, b) <= Math.Max(a.Length, b.Length)
            && NearestName.Distance(a, b) >= Math.Abs(a.Length - b.Length));
}
