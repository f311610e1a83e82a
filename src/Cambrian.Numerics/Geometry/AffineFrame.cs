namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Coordinates in which the first of three points is the origin, the second is (1, 0) and the third has x = 0. Where only ratios of
/// areas count, that takes away all of the freedom to move and shear the whole, but for the choice of the three.
/// </summary>
/// <param name="First">Place of the first point's x-coordinate.</param>
/// <param name="Second">Of the second's.</param>
/// <param name="Third">Of the third's; the three stand anticlockwise.</param>
internal sealed record AffineFrame(int First, int Second, int Third)
{
    /// <summary>Places of the coordinates that this fixes.</summary>
    public int[] Pinned => [First, First + 1, Second, Second + 1, Third];

    /// <summary>By the corners of the largest triangle, so that no coordinate is far beyond 1.</summary>
    /// <param name="points">x and y of each point in turn, not all on a line.</param>
    public static AffineFrame OfLargestTriangle(double[] points)
    {
        var corners = ConvexHull.Corners(points);
        var triangles = from i in Enumerable.Range(0, corners.Length)
                        from j in Enumerable.Range(0, i)
                        from k in Enumerable.Range(0, j)
                        select new AffineFrame(corners[k], corners[j], corners[i]);
        return triangles.MaxBy(triangle => TriangleAreas.Of(points, triangle.First, triangle.Second, triangle.Third))!; // Points in general position have a triangle.
    }

    /// <summary>The points in these coordinates.</summary>
    /// <param name="points">x and y of each in turn.</param>
    /// <param name="scale">What all areas are multiplied by.</param>
    public double[] Map(double[] points, double scale)
    {
        var (x, y) = (points[First], points[First + 1]);
        var (ux, uy) = (points[Second] - x, points[Second + 1] - y);
        var (vx, vy) = (points[Third] - x, points[Third + 1] - y);
        var area = (ux * vy) - (uy * vx);
        var mapped = new double[points.Length];
        for (var i = 0; i < points.Length; i += 2)
        {
            var (px, py) = (points[i] - x, points[i + 1] - y);
            (mapped[i], mapped[i + 1]) = (((px * vy) - (py * vx)) / area, scale * ((ux * py) - (uy * px)));
        }

        return mapped;
    }
}
