using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Geometry;

public sealed class BoxPackingTests
{
    private static readonly double[] Awkward = [0.0, 0.5, double.NaN, double.PositiveInfinity, -1.0, double.Epsilon, 1e300];

    [Fact]
    public void One_disc_makes_its_rectangle_a_square() =>
        Assert.Equal(0.5, DiscPacking.Sum(BoxPacking.Settle([0.3, 0.4, 0.1], 0.01, new Work(10_000_000))), 1e-9);

    [Fact]
    public void Two_discs_share_a_rectangle_better_than_a_square()
    {
        // Side by side and equal, of diameters d, they need 2d + d = 2.
        var sum = DiscPacking.Sum(BoxPacking.Hop([0.3, 0.4, 0.1, 0.7, 0.5, 0.1], 1, new Work(20_000_000)));

        Assert.True(sum >= (2.0 / 3) - 1e-9);
        Assert.True(sum > 2 - Math.Sqrt(2));
    }

    [Fact]
    public void Every_packing_holds_exactly_whatever_is_given()
    {
        var number = Gen.OneOf(Gen.Double[0, 1], Gen.Double, Gen.Int[0, 6].Select(index => Awkward[index]));
        Gen.Select(number.Array[0, 18], Gen.Bool, number).Sample((discs, hop, barrier) =>
        {
            double[] before = [.. discs];
            var made = hop ? BoxPacking.Hop(discs, 1, new Work(1_000_000)) : BoxPacking.Settle(discs, barrier, new Work(1_000_000));

            Assert.Equal(before, discs);
            Assert.Equal(discs.Length / 3 * 3, made.Length);
            AssertHolds(made);
        }, iter: 100);
    }

    private static void AssertHolds(double[] discs)
    {
        for (var i = 0; i < discs.Length; i += 3)
        {
            Assert.True(discs[i + 2] >= 0);
            for (var j = 0; j < i; j += 3)
            {
                Assert.False(ExactDiscs.Overlap(discs.AsSpan(i, 3), discs.AsSpan(j, 3)));
            }
        }

        Dyadic[][] exact = [.. discs.Select(Dyadic.Of).Chunk(3)];
        Assert.True(exact.Length == 0 || Extent(exact, 0) + Extent(exact, 1) <= 2.0);
    }

    private static Dyadic Extent(Dyadic[][] discs, int axis) => discs.Max(disc => disc[axis] + disc[2]) - discs.Min(disc => disc[axis] - disc[2]);
}
