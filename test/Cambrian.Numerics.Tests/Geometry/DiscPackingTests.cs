using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Geometry;

public sealed class DiscPackingTests
{
    private static readonly double[] Awkward = [0.0, 0.5, 1.0, double.NaN, double.PositiveInfinity, -1.0, double.Epsilon];

    private static Work Some => new(50_000_000);

    [Fact]
    public void One_disc_fills_the_square() =>
        Assert.Equal(0.5, DiscPacking.Sum(DiscPacking.Settle([0.3, 0.4, 0], 0.01, Some)), 1e-10);

    [Fact]
    public void Two_discs_settle_in_opposite_corners() =>
        Assert.Equal(2 - Math.Sqrt(2), DiscPacking.Sum(DiscPacking.Settle([0.3, 0.4, 0, 0.7, 0.6, 0], 0.01, Some)), 1e-10);

    // Best known sums, E. Friedman, "Circles in squares" (erich-friedman.github.io/packing/cirRsqu): to the digits given there.
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.585786)] // 2 − √2, in opposite corners
    [InlineData(9, 1.524)]
    public void Hopping_finds_the_best_known_packings_of_a_few_discs(int count, double known)
    {
        var discs = DiscPacking.Hop(DiscPacking.Scatter(count, 1), 1, new Work(100_000_000));

        Assert.InRange(DiscPacking.Sum(discs), known - 1e-9, known + 0.001);
    }

    [Fact]
    public void Twenty_six_discs_pass_AlphaEvolves_value()
    {
        var best = Enumerable.Range(0, 12).Max(seed => DiscPacking.Sum(DiscPacking.Hop(DiscPacking.Scatter(26, seed), seed, new Work(500_000_000))));

        Assert.True(best > 2.6359, $"best of 12 runs: {best:R}");
    }

    [Fact]
    public void Every_method_returns_discs_that_hold_exactly_whatever_it_is_given()
    {
        var number = Gen.OneOf(Gen.Double[0, 1], Gen.Double, Gen.Int[0, 6].Select(index => Awkward[index]));
        Gen.Select(number.Array[0, 24], Gen.Int[0, 4], number).Sample((discs, method, parameter) =>
        {
            double[] before = [.. discs];
            var work = new Work(2_000_000);
            var made = method switch
            {
                0 => DiscPacking.Grow(discs),
                1 => DiscPacking.Inflate(discs, work),
                2 => DiscPacking.Settle(discs, parameter, work),
                3 => DiscPacking.Hop(discs, 1, work),
                _ => DiscPacking.Grid((int)Math.Clamp(parameter, -5, 50)),
            };

            Assert.Equal(before, discs);
            AssertHolds(made);
        }, iter: 300);
    }

    [Fact]
    public void Radii_are_no_worse_inflated_than_grown() =>
        Gen.Int.Sample(seed =>
        {
            var discs = DiscPacking.Scatter(12, seed);

            Assert.True(DiscPacking.Sum(DiscPacking.Inflate(discs, Some)) >= DiscPacking.Sum(DiscPacking.Grow(discs)) - 1e-9);
        }, iter: 50);

    [Fact]
    public void Equal_arguments_give_equal_discs() =>
        Assert.Equal(DiscPacking.Hop(DiscPacking.Grid(10), 3, new Work(20_000_000)), DiscPacking.Hop(DiscPacking.Grid(10), 3, new Work(20_000_000)));

    [Fact]
    public void Work_ends_a_search()
    {
        var work = new Work(5_000_000);

        AssertHolds(DiscPacking.Hop(DiscPacking.Grid(26), 1, work));
        Assert.Equal(0, work.Left);
    }

    private static void AssertHolds(double[] discs)
    {
        for (var i = 0; i < discs.Length; i += 3)
        {
            Assert.True(discs[i + 2] >= 0 && discs[i] >= discs[i + 2] && discs[i + 1] >= discs[i + 2] && 1 - discs[i] >= discs[i + 2] && 1 - discs[i + 1] >= discs[i + 2]);
            for (var j = 0; j < i; j += 3)
            {
                Assert.False(ExactDiscs.Overlap(discs.AsSpan(i, 3), discs.AsSpan(j, 3)));
            }
        }
    }
}
