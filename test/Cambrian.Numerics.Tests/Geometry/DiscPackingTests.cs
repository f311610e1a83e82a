using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Tests.Geometry;

public sealed class DiscPackingTests
{
    [Fact]
    public void Two_discs_settle_in_opposite_corners()
    {
        var discs = DiscPacking.Settle([0.3, 0.4, 0, 0.7, 0.6, 0], 0.01, new Work(10_000_000));

        // Two discs on the diagonal: r + r' = 2 − √2.
        Assert.Equal(2 - Math.Sqrt(2), DiscPacking.Sum(discs), 10);
    }
}
