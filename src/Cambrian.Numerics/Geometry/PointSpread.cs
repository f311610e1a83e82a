using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Points in the plane or in space, the ratio of their largest to their smallest distance as small as possible. Points are an array
/// of the d coordinates of each point in turn. Every method accepts any such array, also one that holds not-a-number, and leaves it
/// as it is. What is asked for is written as the number of points and their dimension d; a dimension outside 1 to 8 is brought into
/// that range, and is 2 when it is not given; coordinates that make no whole point are left out.
/// </summary>
public static class PointSpread
{
    private const double LastBarrier = 1e-15;

    /// <summary>Points at random places of the unit cube.</summary>
    /// <param name="size">Number of points, brought into the range from 1 to 1,000, and d.</param>
    /// <param name="seed">Any.</param>
    public static double[] Scatter(int[] size, int seed) =>
        PointMoves.Scatter(Math.Clamp(size.Length > 0 ? size[0] : 1, 1, 1000), Dimension(size), new Random(seed));

    /// <summary>A nearby local optimum: no small movement of any points makes the ratio smaller.</summary>
    /// <param name="points">Any.</param>
    /// <param name="size">Number of points, and d.</param>
    /// <param name="barrier">How far points first give way to each other, 1e-6 (they settle where they are) to 1 (they spread evenly before they settle).</param>
    /// <param name="work">Spent by the iteration; when none is left, points are where they are by then.</param>
    public static double[] Settle(double[] points, int[] size, double barrier, Work work)
    {
        var d = Dimension(size);
        var settled = PointMoves.Sane(points, d);
        if (settled.Length < 2 * d)
        {
            return settled;
        }

        settled = Apart(settled, d);
        var (shortest, longest) = Extremes(settled, d);

        // The last variable is the smallest squared distance; the first point is the origin and stays there: far from it distances would drown in rounding.
        var scale = 0.999 / Math.Sqrt(longest);
        double[] variables = [.. settled.Select((x, i) => (x - settled[i % d]) * scale), 0.998 * shortest * scale * scale];
        var objective = new double[variables.Length];
        objective[^1] = 1;
        InteriorPoint.Maximise(objective, Distances(variables, d), variables, (StartingBarrier.Sane(barrier), LastBarrier), work);
        return variables[..^1];
    }

    /// <summary>Some points put at random places of the unit cube, into which the others are brought.</summary>
    /// <param name="points">Any.</param>
    /// <param name="size">Number of points, and d.</param>
    /// <param name="count">How many points move; brought into the range from 0 to all.</param>
    /// <param name="seed">Any.</param>
    public static double[] Relocate(double[] points, int[] size, int count, int seed) =>
        PointMoves.Relocate(PointMoves.InCube(points, Dimension(size)), Dimension(size), count, new Random(seed));

    /// <summary>All points moved a little in random directions.</summary>
    /// <param name="points">Any.</param>
    /// <param name="size">Number of points, and d.</param>
    /// <param name="distance">Standard deviation of each coordinate's move, where the points just fit the unit cube.</param>
    /// <param name="seed">Any.</param>
    public static double[] Jitter(double[] points, int[] size, double distance, int seed) =>
        PointMoves.Jitter(PointMoves.InCube(points, Dimension(size)), PointMoves.Distance(distance), new Random(seed));

    /// <summary>The best of many local optima: changes the best points so far (some relocated, or all jittered), lets them settle, keeps what is no worse.</summary>
    /// <param name="points">Where to start, any.</param>
    /// <param name="size">Number of points, and d.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static double[] Hop(double[] points, int[] size, int seed, Work work)
    {
        var d = Dimension(size);
        var start = PointMoves.Sane(points, d);
        return start.Length < 2 * d ? start : BasinHopping.Maximise(
            start, x => -Ratio(x, size), (best, random) => Settle(PointMoves.Change(PointMoves.InCube(best, d), d, random), size, StartingBarrier.Draw(random), work), seed, work);
    }

    /// <summary>The points with the smaller ratio; of equals the first.</summary>
    /// <param name="points">Any.</param>
    /// <param name="others">Any.</param>
    /// <param name="size">Number of points, and d.</param>
    public static double[] Better(double[] points, double[] others, int[] size) =>
        Ratio(others, size) < Ratio(points, size) ? others : points;

    /// <summary>The square of largest over smallest distance; infinite when two points coincide, and without two points.</summary>
    /// <param name="points">Any.</param>
    /// <param name="size">Number of points, and d.</param>
    public static double Ratio(double[] points, int[] size)
    {
        var (shortest, longest) = Extremes(points, Dimension(size));
        return shortest > 0 && longest < double.PositiveInfinity ? longest / shortest : double.PositiveInfinity;
    }

    private static int Dimension(int[] size) => size.Length > 1 ? Math.Clamp(size[1], 1, 8) : 2;

    // Points that coincide, or nearly so beside the whole, drawn apart.
    private static double[] Apart(double[] points, int dimension)
    {
        var random = new Random(points.Length);
        var apart = points;
        for (var attempt = 0; attempt < 100 && !(Ratio(apart, [0, dimension]) < 1e12); attempt++)
        {
            apart = PointMoves.Jitter(PointMoves.InCube(apart, dimension), 1e-4, random);
        }

        return apart;
    }

    // |xᵢ − xⱼ|² ≥ t and |xᵢ − xⱼ|² ≤ 1.
    private static QuadraticConstraints Distances(double[] variables, int dimension)
    {
        var constraints = new QuadraticConstraints(variables.Length);
        for (var k = 0; k < dimension; k++)
        {
            constraints.Pin(k, variables[k]);
        }

        var (near, far) = (Curvature(dimension, 1, 2), Curvature(dimension, 0, -2));
        for (var i = dimension; i < variables.Length - 1; i += dimension)
        {
            for (var j = 0; j < i; j += dimension)
            {
                int[] indices = [.. Enumerable.Range(i, dimension), .. Enumerable.Range(j, dimension)];
                constraints.Add([.. indices, variables.Length - 1], [.. indices.Select(_ => 0.0), -1], 0, near);
                constraints.Add(indices, new double[indices.Length], 1, far);
            }
        }

        return constraints;
    }

    // Second derivatives of factor / 2 · |x − y|², with further variables that it does not depend on.
    private static double[] Curvature(int dimension, int others, double factor)
    {
        var side = (2 * dimension) + others;
        var curvature = new double[side * side];
        for (var i = 0; i < 2 * dimension; i++)
        {
            curvature[(i * side) + i] = factor;
            curvature[(i * side) + ((i + dimension) % (2 * dimension))] = -factor;
        }

        return curvature;
    }

    private static (double Shortest, double Longest) Extremes(double[] points, int dimension)
    {
        var (shortest, longest) = (double.PositiveInfinity, 0.0);
        for (var i = 0; i + dimension <= points.Length; i += dimension)
        {
            for (var j = 0; j < i; j += dimension)
            {
                var squared = 0.0;
                for (var k = 0; k < dimension; k++)
                {
                    squared += (points[i + k] - points[j + k]) * (points[i + k] - points[j + k]);
                }

                (shortest, longest) = (Math.Min(shortest, squared), Math.Max(longest, squared));
            }
        }

        return (shortest, longest);
    }
}
