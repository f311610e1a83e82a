using Cambrian.Numerics.Geometry;

namespace Cambrian.Numerics.Tests.Geometry;

public sealed class ExactDiscsTests
{
    [Fact]
    public void Discs_that_touch_do_not_overlap() => Assert.False(ExactDiscs.Overlap([0, 0, 2], [3, 4, 3]));

    [Fact]
    public void One_unit_in_the_last_place_is_an_overlap() => Assert.True(ExactDiscs.Overlap([0, 0, 2], [3, 4, Math.BitIncrement(3.0)]));

    [Fact]
    public void An_overlap_that_doubles_cannot_see_is_seen()
    {
        const double Tiny = 1e-200;

        // In doubles its square is nothing, and ½ + 1e-200 is ½.
        Assert.True(ExactDiscs.Overlap([0, 0, Tiny], [Tiny, 0, Tiny]));
        Assert.False(ExactDiscs.Overlap([0, 0, Tiny], [2 * Tiny, 0, Tiny]));
        Assert.False(ExactDiscs.Overlap([0, 0, double.Epsilon], [2 * double.Epsilon, 0, double.Epsilon]));
        Assert.True(ExactDiscs.Overlap([0, 0, 0.5], [0.5, 0, Tiny]));
    }

    [Fact]
    public void Discs_of_no_size_never_overlap_each_other() => Assert.False(ExactDiscs.Overlap([0.5, 0.5, 0], [0.5, 0.5, 0]));
}
