using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Geometry;

public sealed class HeilbronnTests
{
    private static readonly double[] Awkward = [0.0, 0.5, double.NaN, double.PositiveInfinity, -1.0, double.Epsilon, 1e300];
    private static readonly Gen<double[]> Numbers = Gen.OneOf(Gen.Double[0, 1], Gen.Double, Gen.Int[0, 6].Select(index => Awkward[index])).Array[0, 16];

    // E. Friedman, "The Heilbronn problem for triangles" (erich-friedman.github.io/packing/heiltri).
    [Theory]
    [InlineData(4, 1.0 / 3)]
    [InlineData(5, 0.17157287525380990)] // 3 − 2√2
    [InlineData(6, 0.125)]
    public void Few_points_in_a_triangle_reach_the_best_known(int count, double known) => Assert.Equal(
        known, HeilbronnTriangle.Smallest(HeilbronnTriangle.Hop(HeilbronnTriangle.Scatter(count, 1), 1, new Work(30_000_000))), 1e-9);

    // E. Friedman, "The Heilbronn problem for convex regions" (erich-friedman.github.io/packing/heilconvex).
    [Theory]
    [InlineData(4, 0.5)] // a square
    [InlineData(5, 0.27639320225002103)] // a regular pentagon, (5 − √5) / 10
    [InlineData(6, 1.0 / 6)] // a regular hexagon
    [InlineData(7, 1.0 / 9)]
    public void Few_points_reach_the_best_known_share_of_their_hull(int count, double known) => Assert.Equal(
        known, HeilbronnHull.Smallest(HeilbronnHull.Hop(HeilbronnHull.Scatter(count, 1), 1, new Work(100_000_000))), 1e-9);

    [Fact]
    public void Eight_points_do_better_than_a_regular_octagon() =>
        Assert.InRange(HeilbronnHull.Smallest(HeilbronnHull.Hop(HeilbronnHull.Scatter(8, 1), 1, new Work(100_000_000))), (2 - Math.Sqrt(2)) / 8, 1.0 / 9);

    // AlphaEvolve's share is 0.030936889.
    [Fact]
    public void Thirteen_points_pass_AlphaEvolves_share() =>
        Assert.InRange(HeilbronnHull.Smallest(HeilbronnHull.Hop(HeilbronnHull.Scatter(13, 3), 3, new Work(3_000_000_000))), 0.030937, 0.03095);

    [Fact]
    public void A_hull_is_measured_without_its_inner_points() =>
        Assert.Equal(1.0 / 16, HeilbronnHull.Smallest([0, 0, 4, 0, 4, 4, 0, 4, 1, 2.5]), 1e-12);

    [Fact]
    public void A_linear_map_changes_nothing() =>
        Gen.Int.Sample(seed =>
        {
            var points = HeilbronnHull.Scatter(8, seed);
            double[] mapped = [.. points.Chunk(2).SelectMany(point => new[] { 5 + (2 * point[0]) + point[1], (3 * point[1]) - point[0] })];

            Assert.Equal(HeilbronnHull.Smallest(points), HeilbronnHull.Smallest(mapped), 1e-9);
        }, iter: 50);

    [Fact]
    public void Every_method_takes_anything_and_leaves_it_as_it_is() =>
        Gen.Select(Numbers, Gen.Int[0, 6], Gen.Double).Sample((points, method, parameter) =>
        {
            double[] before = [.. points];
            var work = new Work(1_000_000);
            var made = method switch
            {
                0 => HeilbronnTriangle.Settle(points, parameter, work),
                1 => HeilbronnTriangle.Hop(points, 1, work),
                2 => HeilbronnTriangle.Jitter(points, parameter, 1),
                3 => HeilbronnTriangle.Relocate(points, 2, 1),
                4 => HeilbronnHull.Settle(points, parameter, work),
                5 => HeilbronnHull.Hop(points, 1, work),
                _ => HeilbronnHull.Jitter(points, parameter, 1),
            };

            Assert.Equal(before, points);
            Assert.Equal(points.Length / 2 * 2, made.Length);
            Assert.All(made, coordinate => Assert.True(double.IsFinite(coordinate)));
            if (method < 4)
            {
                Assert.All(made.Chunk(2), point => Assert.True(point[0] >= 0 && point[1] >= 0 && point[0] <= 1 - point[1]));
            }
        }, iter: 200);

    [Fact]
    public void Settling_makes_the_smallest_triangle_no_smaller() =>
        Gen.Select(Gen.Int, Gen.Double[1e-6, 1e-2]).Sample((seed, barrier) =>
        {
            var (inside, free) = (HeilbronnTriangle.Scatter(7, seed), HeilbronnHull.Scatter(7, seed));

            Assert.True(HeilbronnTriangle.Smallest(HeilbronnTriangle.Settle(inside, barrier, new Work(20_000_000))) >= 0.98 * HeilbronnTriangle.Smallest(inside));
            Assert.True(HeilbronnHull.Smallest(HeilbronnHull.Settle(free, barrier, new Work(20_000_000))) >= 0.98 * HeilbronnHull.Smallest(free));
        }, iter: 30);
}
