namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Areas of the triangles that points in the plane span, x and y of each in turn: twice the area, positive anticlockwise, is
/// bilinear in the coordinates.
/// </summary>
internal static class TriangleAreas
{
    /// <summary>Twice the area of one triangle; i, j and k are places of x-coordinates.</summary>
    public static double Of(ReadOnlySpan<double> points, int i, int j, int k) =>
        ((points[j] - points[i]) * (points[k + 1] - points[i + 1])) - ((points[k] - points[i]) * (points[j + 1] - points[i + 1]));

    /// <summary>Twice the area of the smallest triangle; 0 without three points.</summary>
    public static double Smallest(double[] points)
    {
        var smallest = double.PositiveInfinity;
        foreach (var (i, j, k) in All(points.Length))
        {
            smallest = Math.Min(smallest, Math.Abs(Of(points, i, j, k)));
        }

        return double.IsPositiveInfinity(smallest) ? 0 : smallest;
    }

    /// <summary>Twice the area of the smallest triangle with one point as a corner.</summary>
    public static double Smallest(double[] points, int corner)
    {
        var smallest = double.PositiveInfinity;
        for (var i = 0; i + 1 < points.Length; i += 2)
        {
            for (var j = 0; j < i && i != corner; j += 2)
            {
                smallest = j == corner ? smallest : Math.Min(smallest, Math.Abs(Of(points, corner, i, j)));
            }
        }

        return smallest;
    }

    /// <summary>
    /// Moves a corner of one of the smallest triangles across the line through its other two. A local search cannot, as the triangle
    /// vanishes on the way, and it is there that the next better arrangement often lies.
    /// </summary>
    /// <param name="points">Changed in place.</param>
    /// <param name="random">Where chance comes from.</param>
    public static double[] TurnOver(double[] points, Random random)
    {
        var limit = 1.1 * Smallest(points);
        var smallest = (from triangle in All(points.Length) where Math.Abs(Of(points, triangle.I, triangle.J, triangle.K)) <= limit select triangle).ToArray();
        if (smallest.Length == 0)
        {
            return points;
        }

        var (i, j, k) = smallest[random.Next(smallest.Length)];
        (i, j, k) = random.Next(3) switch { 0 => (i, j, k), 1 => (j, k, i), _ => (k, i, j) };
        var (dx, dy) = (points[k] - points[j], points[k + 1] - points[j + 1]);

        // Once its height lands it on the line.
        var heights = (1.2 + random.NextDouble()) * Of(points, i, j, k) / Math.Max((dx * dx) + (dy * dy), 1e-12);
        points[i] += heights * dy;
        points[i + 1] -= heights * dx;
        return points;
    }

    /// <summary>The moves of a search for better arrangements: one to three triangles turned over, or those of <see cref="PointMoves"/>.</summary>
    public static double[] Change(double[] points, Random random)
    {
        if (random.Next(2) == 0)
        {
            return PointMoves.Change(points, 2, random);
        }

        for (var turns = 1 + random.Next(3); turns > 0; turns--)
        {
            TurnOver(points, random);
        }

        return points;
    }

    /// <summary>Places of the corners of all triangles, i > j > k.</summary>
    public static IEnumerable<(int I, int J, int K)> All(int length)
    {
        for (var i = 4; i + 1 < length; i += 2)
        {
            for (var j = 2; j < i; j += 2)
            {
                for (var k = 0; k < j; k += 2)
                {
                    yield return (i, j, k);
                }
            }
        }
    }
}
