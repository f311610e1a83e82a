using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Geometry;

/// <summary>Convex hulls of points in the plane, x and y of each in turn.</summary>
internal static class ConvexHull
{
    // Second derivatives of −(x₁y₂ − x₂y₁) over x₁, y₁, x₂, y₂; a hull's area is a sum of such parts.
    private const double Part = -1;

    /// <summary>The hull's corners anticlockwise, as places of x-coordinates; points on its sides are none (Andrew 1979).</summary>
    public static int[] Corners(double[] points)
    {
        int[] order = [.. Enumerable.Range(0, points.Length / 2).Select(i => 2 * i).OrderBy(i => points[i]).ThenBy(i => points[i + 1])];
        return order.Length < 3 ? order : [.. Chain(points, order), .. Chain(points, order.Reverse())];
    }

    /// <summary>Twice the hull's area.</summary>
    public static double TwiceArea(double[] points)
    {
        var corners = Corners(points);
        return corners.Index().Sum(corner => corner.Index == 0 ? 0 : TriangleAreas.Of(points, corners[0], corners[corner.Index - 1], corner.Item));
    }

    /// <summary>Adds that twice the area of the polygon that now is the hull stays at most 1.</summary>
    /// <param name="constraints">Over the coordinates and maybe more variables.</param>
    /// <param name="points">Whose hull it is.</param>
    public static void KeepSmall(QuadraticConstraints constraints, double[] points)
    {
        var corners = Corners(points);
        var side = 2 * corners.Length;
        var curvature = new double[side * side];
        for (var i = 0; i < corners.Length; i++)
        {
            var (x, y) = (2 * i, 2 * ((i + 1) % corners.Length));
            curvature[(x * side) + y + 1] = curvature[((y + 1) * side) + x] = Part;
            curvature[((x + 1) * side) + y] = curvature[(y * side) + x + 1] = -Part;
        }

        constraints.Add([.. corners.SelectMany(corner => new[] { corner, corner + 1 })], new double[side], 1, curvature);
    }

    // One side of the hull, without its last corner, which the other side begins with.
    private static List<int> Chain(double[] points, IEnumerable<int> order)
    {
        List<int> chain = [];
        foreach (var next in order)
        {
            while (chain.Count > 1 && TriangleAreas.Of(points, chain[^2], chain[^1], next) <= 0)
            {
                chain.RemoveAt(chain.Count - 1);
            }

            chain.Add(next);
        }

        chain.RemoveAt(chain.Count - 1);
        return chain;
    }
}
