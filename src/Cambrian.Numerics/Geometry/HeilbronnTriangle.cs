using Cambrian.Numerics.Exact;
using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Heilbronn's problem in a triangle: points in the triangle x ≥ 0, y ≥ 0, x + y ≤ 1, the smallest triangle that three of them span
/// as large as possible. All triangles are alike here, as linear maps keep the ratio of areas. Points are an array of x and y of each
/// in turn. Every method accepts any such array and leaves it as it is, and returns points in the triangle.
/// </summary>
public static class HeilbronnTriangle
{
    private const double LastBarrier = 1e-15;
    private const int Patience = 60;

    /// <summary>Points at random places of the triangle.</summary>
    /// <param name="count">Number of points; 1 to 100, others are brought into that range.</param>
    /// <param name="seed">Any.</param>
    public static double[] Scatter(int count, int seed) => Inside(PointMoves.Scatter(Math.Clamp(count, 1, 100), 2, new Random(seed)));

    /// <summary>A nearby local optimum, reached without any three points passing through a line.</summary>
    /// <param name="points">Any.</param>
    /// <param name="barrier">How far points first give way to each other, 1e-6 (they settle where they are) to 1 (they spread evenly before they settle).</param>
    /// <param name="work">Spent by the iteration; when none is left, points are where they are by then.</param>
    public static double[] Settle(double[] points, double barrier, Work work)
    {
        var settled = StrictlyInside(Inside(PointMoves.Sane(points, 2)));
        if (settled.Length < 6)
        {
            return settled;
        }

        double[] variables = [.. settled, 0.99 * TriangleAreas.Smallest(settled)];
        var constraints = new QuadraticConstraints(variables.Length);
        for (var i = 0; i < settled.Length; i += 2)
        {
            constraints.Add([i], [1], 0);
            constraints.Add([i + 1], [1], 0);
            constraints.Add([i, i + 1], [-1, -1], 1);
        }

        var objective = new double[variables.Length];
        objective[^1] = 1;
        InteriorPoint.Maximise(objective, new TriangleConstraints(constraints, settled, []), variables, (StartingBarrier.Sane(barrier), LastBarrier), work);
        return Inside(variables[..^1]);
    }

    /// <summary>Some points put at random places; the others stay.</summary>
    /// <param name="points">Any.</param>
    /// <param name="count">How many points move; brought into the range from 0 to all.</param>
    /// <param name="seed">Any.</param>
    public static double[] Relocate(double[] points, int count, int seed) =>
        Inside(PointMoves.Relocate(Inside(PointMoves.Sane(points, 2)), 2, count, new Random(seed)));

    /// <summary>All points moved a little in random directions.</summary>
    /// <param name="points">Any.</param>
    /// <param name="distance">Standard deviation of each coordinate's move.</param>
    /// <param name="seed">Any.</param>
    public static double[] Jitter(double[] points, double distance, int seed) =>
        Inside(PointMoves.Jitter(Inside(PointMoves.Sane(points, 2)), PointMoves.Distance(distance), new Random(seed)));

    /// <summary>The best of many local optima: changes the best points so far (triangles turned over, points relocated, or all jittered), lets them settle, keeps what is no worse; starts over when that leads no further.</summary>
    /// <param name="points">Where to start, any.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static double[] Hop(double[] points, int seed, Work work)
    {
        var start = Inside(PointMoves.Sane(points, 2));
        double[] Settled(double[] changed, Random random) => Settle(changed, StartingBarrier.Draw(random), work);
        return start.Length < 6 ? start : BasinHopping.Maximise(start, Smallest, new HopMoves<double[]>(
            (best, random) => Settled(TriangleAreas.Change([.. best], random), random),
            random => Settled(PointMoves.Scatter(start.Length / 2, 2, random), random),
            Patience), seed, work);
    }

    /// <summary>The points whose smallest triangle is larger; of equals the first.</summary>
    public static double[] Better(double[] points, double[] others) => Smallest(others) > Smallest(points) ? others : points;

    /// <summary>The area of the smallest triangle of three points as a share of the whole triangle's, to within rounding; 0 without three points.</summary>
    public static double Smallest(double[] points) => TriangleAreas.Smallest(Inside(PointMoves.Sane(points, 2)));

    // Reflected into the square and then into its lower left half, which leaves points of the triangle as they are.
    private static double[] Inside(double[] points)
    {
        for (var i = 0; i + 1 < points.Length; i += 2)
        {
            var (x, y) = (Fold(points[i]), Fold(points[i + 1]));

            (points[i], points[i + 1]) = x > 1 - y ? (1 - x, 1 - y) : (x, y);
            while ((Dyadic)points[i] + points[i + 1] > 1.0)
            {
                points[i] = Math.BitDecrement(points[i]);
            }
        }

        return points;
    }

    private static double Fold(double x)
    {
        var rest = Math.Abs(x) % 2;
        return rest > 1 ? 2 - rest : rest;
    }

    private static double[] StrictlyInside(double[] points)
    {
        var random = new Random(points.Length);
        double[] inside = [.. points.Select(x => (0.999 * x) + (0.001 / 3))];
        for (var attempt = 0; attempt < 100 && points.Length >= 6 && TriangleAreas.Smallest(inside) < 1e-9; attempt++)
        {
            inside = [.. Inside(PointMoves.Jitter([.. points], 1e-3, random)).Select(x => (0.999 * x) + (0.001 / 3))];
        }

        return inside;
    }
}
