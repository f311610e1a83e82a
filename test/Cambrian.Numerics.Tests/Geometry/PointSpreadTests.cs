using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Geometry;

public sealed class PointSpreadTests
{
    private static readonly double[] Awkward = [0.0, 0.5, double.NaN, double.PositiveInfinity, -1.0, double.Epsilon, 1e300];

    // E. Friedman, "Minimizing the ratio of maximum to minimum distance" (erich-friedman.github.io/packing/maxmin): squares of the ratios there.
    [Theory]
    [InlineData(3, 2, 1)]
    [InlineData(4, 2, 2)]
    [InlineData(5, 2, 2.618033988749895)] // the golden ratio squared, a regular pentagon
    [InlineData(6, 2, 3.618033988749895)] // a pentagon and its centre
    [InlineData(7, 2, 4)] // a hexagon and its centre
    [InlineData(4, 3, 1)]
    [InlineData(6, 3, 2)] // an octahedron
    public void Hopping_finds_the_best_known_ratios_of_a_few_points(int count, int dimension, double known)
    {
        var points = PointSpread.Hop(PointSpread.Scatter([count, dimension], 1), [count, dimension], 1, new Work(10_000_000));

        Assert.Equal(known, PointSpread.Ratio(points, [count, dimension]), 1e-9);
    }

    // Berthold, Kamp, Mexi, Pokutta, Pólik 2026, arXiv 2601.05943, and AlphaEvolve's 12.889266112 and 4.165849767.
    [Theory]
    [InlineData(16, 2, 12.8892299078)]
    [InlineData(14, 3, 4.1657834746)]
    public void Larger_sets_reach_the_best_in_print(int count, int dimension, double known)
    {
        var points = PointSpread.Hop(PointSpread.Scatter([count, dimension], 1), [count, dimension], 1, new Work(200_000_000));

        Assert.True(PointSpread.Ratio(points, [count, dimension]) < known, $"{PointSpread.Ratio(points, [count, dimension]):R}");
    }

    [Fact]
    public void Every_method_takes_anything_and_leaves_it_as_it_is()
    {
        var number = Gen.OneOf(Gen.Double[0, 1], Gen.Double, Gen.Int[0, 6].Select(index => Awkward[index]));
        Gen.Select(number.Array[0, 20], Gen.Int[-1, 5], Gen.Int[0, 3], number).Sample((points, dimension, method, parameter) =>
        {
            double[] before = [.. points];
            int[] size = [points.Length, dimension];
            var d = Math.Clamp(dimension, 1, 8);
            var work = new Work(2_000_000);
            var made = method switch
            {
                0 => PointSpread.Settle(points, size, parameter, work),
                1 => PointSpread.Hop(points, size, 1, work),
                2 => PointSpread.Relocate(points, size, d, 1),
                _ => PointSpread.Jitter(points, size, 0.1, 1),
            };

            Assert.Equal(before, points);
            Assert.Equal(points.Length / d * d, made.Length);
            Assert.All(made, coordinate => Assert.True(double.IsFinite(coordinate)));
        }, iter: 300);
    }

    [Fact]
    public void Settling_never_makes_the_ratio_larger() =>
        Gen.Select(Gen.Int, Gen.Int[2, 3], Gen.Double[1e-6, 1]).Sample((seed, dimension, barrier) =>
        {
            int[] size = [8, dimension];
            var points = PointSpread.Scatter(size, seed);

            Assert.True(PointSpread.Ratio(PointSpread.Settle(points, size, barrier, new Work(20_000_000)), size) <= PointSpread.Ratio(points, size) * (1 + 1e-6));
        }, iter: 100);

    [Fact]
    public void Coinciding_points_have_no_ratio() => Assert.Equal(double.PositiveInfinity, PointSpread.Ratio([0, 0, 1, 1, 0, 0], [3, 2]));

    [Fact]
    public void The_better_of_two_is_the_one_with_the_smaller_ratio()
    {
        double[] square = [0, 0, 1, 0, 0, 1, 1, 1], line = [0, 0, 1, 0, 2, 0, 3, 0];

        Assert.Same(square, PointSpread.Better(line, square, [4, 2]));
        Assert.Same(square, PointSpread.Better(square, [.. square], [4, 2]));
    }
}
