using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Geometry;
using Cambrian.Numerics.Optimisation;
using CsCheck;

namespace Cambrian.Numerics.Tests.Geometry;

public sealed class HexagonPackingTests
{
    private static readonly double[] Awkward = [0.0, 0.5, double.NaN, double.PositiveInfinity, -1.0, double.Epsilon, 1e300];

    // E. Friedman, "Hexagons in hexagons" (erich-friedman.github.io/packing/hexinhex).
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 7.0 / 3)]
    [InlineData(5, 8.0 / 3)]
    [InlineData(7, 2.8867513459481291)] // 5/√3
    public void A_few_hexagons_reach_the_best_known_side(int count, double known) => Assert.Equal(
        known, HexagonPacking.Side(HexagonPacking.Hop(HexagonPacking.Scatter(count, 1), 1, new Work(100_000_000))), 1e-6);

    [Fact]
    public void Twelve_hexagons_need_less_than_AlphaEvolves_do() =>
        Assert.InRange(HexagonPacking.Side(HexagonPacking.Hop(HexagonPacking.Scatter(12, 1), 1, new Work(4_000_000_000))), 3.9416, 3.9417);

    [Fact]
    public void Every_packing_holds_exactly_whatever_is_given()
    {
        var number = Gen.OneOf(Gen.Double[-3, 3], Gen.Double, Gen.Int[0, 6].Select(index => Awkward[index]));
        Gen.Select(number.Array[0, 20], Gen.Int[0, 3], number).Sample((packing, method, parameter) =>
        {
            double[] before = [.. packing];
            var work = new Work(2_000_000);
            var made = method switch
            {
                0 => HexagonPacking.Settle(packing, parameter, work),
                1 => HexagonPacking.Hop(packing, 1, work),
                2 => HexagonPacking.Relocate(packing, 2, 1),
                _ => HexagonPacking.Jitter(packing, parameter, 1),
            };

            Assert.Equal(before, packing);
            Assert.Equal(packing.Length < 7 ? 0 : (packing.Length - 4) / 3 * 3, Math.Max(0, made.Length - 4));
            AssertHolds(made);
        }, iter: 100);
    }

    [Fact]
    public void A_packing_may_stand_anywhere_and_at_any_angle()
    {
        double[] packing = [-1, 0, 10, 1, 0.5, 20, 0, 0, 3, 0];
        var (cos, sin) = (Math.Cos(40 * Math.PI / 180), Math.Sin(40 * Math.PI / 180));
        double[] turned = [5 - cos, 7 - sin, 50, 5 + cos - (0.5 * sin), 7 + sin + (0.5 * cos), 60, 5, 7, 3, 40];

        Assert.Equal(HexagonPacking.Side(packing), HexagonPacking.Side(turned), 1e-9);
    }

    [Fact]
    public void The_gradient_of_the_overlap_is_its_slope() =>
        Gen.Select(Gen.Int, Gen.Int[0, 8]).Sample((seed, index) =>
        {
            var random = new Random(seed);
            double[] hexagons = [.. Enumerable.Range(0, 9).Select(_ => (3 * random.NextDouble()) - 1.5)];
            var (overlap, gradient, other) = (new HexagonOverlap(1.8), new double[9], new double[9]);
            var here = overlap.Evaluate(hexagons, gradient);
            double[] more = [.. hexagons], less = [.. hexagons];
            (more[index], less[index]) = (hexagons[index] + 1e-6, hexagons[index] - 1e-6);
            var (ahead, behind) = ((overlap.Evaluate(more, other) - here) / 1e-6, (here - overlap.Evaluate(less, other)) / 1e-6);

            // Where the axis that parts best changes there is a kink, and no gradient.
            return Math.Abs(ahead - behind) > 1e-3 || Math.Abs(ahead - gradient[index]) < 1e-3;
        }, iter: 2000);

    [Fact]
    public void Squeezing_makes_no_packing_larger() =>
        Gen.Int.Sample(seed =>
        {
            var packing = HexagonPacking.Scatter(5, seed);

            Assert.True(HexagonPacking.Side(HexagonPacking.Settle(packing, 1000, new Work(50_000_000))) <= HexagonPacking.Side(packing) + 1e-9);
        }, iter: 20);

    // In intervals: along the normals of sides.
    private static void AssertHolds(double[] packing)
    {
        if (packing.Length == 0)
        {
            return;
        }

        Assert.Equal([0, 0, 0], new[] { packing[^4], packing[^3], packing[^1] });
        var apothem = IntervalFunctions.Sqrt(3.0) / 2.0;
        for (var i = 0; i < packing.Length - 4; i += 3)
        {
            var reach = Furthest([0, 0, 0], packing.AsSpan(i, 3)) + Reach(packing[i + 2], 0);
            Assert.True(reach.Upper <= ((Interval)packing[^2] * apothem).Lower, $"{packing[^2]:R} is too small for {i / 3}.");
            for (var j = 0; j < i; j += 3)
            {
                var gap = Interval.Max(Furthest(packing.AsSpan(i, 3), packing.AsSpan(j, 3)), Furthest(packing.AsSpan(j, 3), packing.AsSpan(i, 3))) - Reach(packing[i + 2], packing[j + 2]) - apothem;
                Assert.True(gap.Lower.Sign >= 0, $"{j / 3} and {i / 3} overlap by {-gap}.");
            }
        }
    }

    private static Interval Furthest(ReadOnlySpan<double> owner, ReadOnlySpan<double> other)
    {
        var (dx, dy) = ((Interval)other[0] - owner[0], (Interval)other[1] - owner[1]);
        Interval furthest = -1e9;
        for (var side = 0; side < 6; side++)
        {
            var normal = ((Interval)owner[2] + (30.0 + (60.0 * side))) * IntervalFunctions.Pi / 180.0;
            furthest = Interval.Max(furthest, (dx * IntervalFunctions.Cos(normal)) + (dy * IntervalFunctions.Sin(normal)));
        }

        return furthest;
    }

    private static Interval Reach(double angle, double owner) => Enumerable.Range(0, 6)
        .Select(corner => IntervalFunctions.Cos(((Interval)angle - owner + (30.0 + (60.0 * corner))) * IntervalFunctions.Pi / 180.0))
        .Aggregate(Interval.Max);
}
