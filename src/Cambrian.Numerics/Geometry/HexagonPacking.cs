using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Regular hexagons with sides of length 1, without overlap in a regular hexagon that is as small as possible. A packing is an array of x, y
/// and angle of each hexagon in turn, then x, y, side and angle of the one around them; angles are those of a corner, in degrees. Every
/// method accepts any such array, also one that overlaps or holds not-a-number, and leaves it as it is; all return packings that hold
/// exactly, with the least side for where the hexagons are.
/// </summary>
public static class HexagonPacking
{
    /// <summary>More hexagons than this are left out.</summary>
    internal const int Most = 100;

    private const int Patience = 40;
    private const int DescentSteps = 400;

    // Sides of good packings as a share of what the area alone would ask for: 1.13 to 1.19 for 11 to 17 hexagons (Friedman, Packing center).
    private const double Looseness = 1.18;

    // Overlapping hexagons drawn apart take more room than they will once they are squeezed, but not more than this.
    private const double Promising = 1.01;

    /// <summary>Hexagons at random places and angles.</summary>
    /// <param name="count">Number of hexagons; 1 to 100, others are brought into that range.</param>
    /// <param name="seed">Any.</param>
    public static double[] Scatter(int count, int seed) => Write(Scatter(Math.Clamp(count, 1, Most), new Random(seed)));

    /// <summary>A nearby local optimum: hexagons are pressed into a hexagon until they overlap as little as there is a way to, then parted and squeezed.</summary>
    /// <param name="packing">Any.</param>
    /// <param name="side">Of the hexagon that they are pressed into. A little less than they can have leads to the best optima; a large one leaves them where they are.</param>
    /// <param name="work">Spent by the iterations; when none is left, hexagons are where they are by then.</param>
    public static double[] Settle(double[] packing, double side, Work work)
    {
        var inside = HexagonFrame.Inside(packing);
        return inside.Length == 0 ? [] : Write(Squeezed(Pressed(inside, Math.Clamp(double.IsNaN(side) ? 0 : side, 1, 1000), work), work));
    }

    /// <summary>Some hexagons put at random places and angles; then all are drawn apart.</summary>
    /// <param name="packing">Any.</param>
    /// <param name="count">How many hexagons move; brought into the range from 0 to all.</param>
    /// <param name="seed">Any.</param>
    public static double[] Relocate(double[] packing, int count, int seed)
    {
        var inside = HexagonFrame.Inside(packing);
        return inside.Length == 0 ? [] : Write(Relocate(inside, Math.Clamp(count, 0, inside.Length / 3), new Random(seed)));
    }

    /// <summary>All hexagons moved and turned a little in random directions; then all are drawn apart.</summary>
    /// <param name="packing">Any.</param>
    /// <param name="distance">Standard deviation of each coordinate's move, and of each angle's in radians.</param>
    /// <param name="seed">Any.</param>
    public static double[] Jitter(double[] packing, double distance, int seed)
    {
        var inside = HexagonFrame.Inside(packing);
        return Write(PointMoves.Jitter(inside, PointMoves.Distance(distance), new Random(seed)));
    }

    /// <summary>The best of many local optima: changes the best packing so far (some hexagons relocated, or all jittered), lets it settle, keeps what is no worse; starts over when that leads no further.</summary>
    /// <param name="packing">Where to start, any.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static double[] Hop(double[] packing, int seed, Work work)
    {
        var start = HexagonFrame.Inside(packing);
        if (start.Length == 0)
        {
            return [];
        }

        var usual = Looseness * Math.Sqrt(start.Length / 3);
        return HexagonFrame.Write(BasinHopping.Maximise(HexagonSqueeze.Apart(start).Hexagons, hexagons => -Hexagons.Side(hexagons), new HopMoves<double[]>(
            (best, random) => Tried(Change([.. best], random), Hexagons.Side(best), random, work),
            random => Tried(Scatter(start.Length / 3, random), usual, random, work),
            Patience), seed, work));
    }

    /// <summary>The packing with the smaller hexagon around it once its hexagons are drawn apart; of equals the first.</summary>
    public static double[] Better(double[] packing, double[] others) => Side(others) < Side(packing) ? others : packing;

    /// <summary>The side of the hexagon around a packing once its hexagons are drawn apart; infinite without hexagons.</summary>
    public static double Side(double[] packing) => HexagonFrame.Write(HexagonFrame.Inside(packing)) is [.., var side, _] ? side : double.PositiveInfinity;

    // After a change centres may almost coincide.
    private static double[] Write(double[] inside) => HexagonFrame.Write(HexagonFrame.Distinct(inside));

    // Squeezing takes most of the time, so only what is worth it is squeezed.
    private static double[] Tried(double[] inside, double level, Random random, Work work)
    {
        var (apart, side) = HexagonSqueeze.Apart(Pressed(inside, level * (1 - (0.025 * random.NextDouble())), work));
        return side < level * Promising ? Squeezed(apart, work) : apart;
    }

    private static double[] Pressed(double[] inside, double side, Work work)
    {
        var overlap = new HexagonOverlap(side);
        double[] pressed = [.. inside];
        LimitedMemoryBfgs.Minimise(overlap.Evaluate, pressed, DescentSteps, HexagonOverlap.Cost(inside.Length / 3), work);
        return pressed;
    }

    private static double[] Squeezed(double[] inside, Work work) => HexagonSqueeze.Settle(inside, work).Hexagons;

    private static double[] Change(double[] inside, Random random) => random.Next(4) switch
    {
        0 => PointMoves.Jitter(inside, Math.Pow(10, -2 * random.NextDouble()), random),
        var kind => Relocate(inside, kind, random),
    };

    private static double[] Relocate(double[] inside, int count, Random random)
    {
        var places = Scatter(inside.Length / 3, random);
        for (var moved = 0; moved < count; moved++)
        {
            var i = 3 * random.Next(inside.Length / 3);
            places.AsSpan(i, 3).CopyTo(inside.AsSpan(i));
        }

        return inside;
    }

    // In the disc that a good packing fills.
    private static double[] Scatter(int count, Random random)
    {
        var inside = new double[3 * count];
        for (var i = 0; i < inside.Length; i += 3)
        {
            var (radius, direction) = (Looseness * Math.Sqrt(count * random.NextDouble()), 2 * Math.PI * random.NextDouble());
            (inside[i], inside[i + 1], inside[i + 2]) = (radius * Math.Cos(direction), radius * Math.Sin(direction), Hexagons.Sixth * random.NextDouble());
        }

        return inside;
    }
}
