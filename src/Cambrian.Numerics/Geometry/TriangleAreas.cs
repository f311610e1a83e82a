using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Areas of the triangles that points in the plane span, x and y of each in turn: twice the area, positive anticlockwise, is
/// bilinear in the coordinates, and the sign of each stays as it is during a local search.
/// </summary>
internal static class TriangleAreas
{
    private static readonly double[] Left = Curvature(1);
    private static readonly double[] Right = Curvature(-1);

    /// <summary>Twice the area of one triangle; i, j and k are places of x-coordinates.</summary>
    public static double Of(double[] points, int i, int j, int k) =>
        ((points[j] - points[i]) * (points[k + 1] - points[i + 1])) - ((points[k] - points[i]) * (points[j + 1] - points[i + 1]));

    /// <summary>Twice the area of the smallest triangle; 0 without three points.</summary>
    public static double Smallest(double[] points)
    {
        var smallest = double.PositiveInfinity;
        for (var i = 4; i + 1 < points.Length; i += 2)
        {
            for (var j = 2; j < i; j += 2)
            {
                for (var k = 0; k < j; k += 2)
                {
                    smallest = Math.Min(smallest, Math.Abs(Of(points, i, j, k)));
                }
            }
        }

        return double.IsPositiveInfinity(smallest) ? 0 : smallest;
    }

    /// <summary>Adds that no triangle becomes smaller than the last variable, nor turns over.</summary>
    /// <param name="constraints">Over the coordinates and one more variable.</param>
    /// <param name="points">Whose triangles have the orientations that are kept.</param>
    public static void KeepLarge(QuadraticConstraints constraints, double[] points)
    {
        ReadOnlySpan<double> linear = [0, 0, 0, 0, 0, 0, -1];
        for (var i = 4; i + 1 < points.Length; i += 2)
        {
            for (var j = 2; j < i; j += 2)
            {
                for (var k = 0; k < j; k += 2)
                {
                    constraints.Add([i, i + 1, j, j + 1, k, k + 1, constraints.Variables - 1], linear, 0, Of(points, i, j, k) > 0 ? Left : Right);
                }
            }
        }
    }

    // Second derivatives of (x₂−x₁)(y₃−y₁) − (x₃−x₁)(y₂−y₁) over x₁, y₁, x₂, y₂, x₃, y₃ and one more.
    private static double[] Curvature(double sign)
    {
        var curvature = new double[49];
        for (var i = 0; i < 3; i++)
        {
            var j = (i + 1) % 3;

            // Each pair of corners in turn has the part xᵢyⱼ − xⱼyᵢ.
            Pair(curvature, 2 * i, (2 * j) + 1, sign);
            Pair(curvature, 2 * j, (2 * i) + 1, -sign);
        }

        return curvature;
    }

    private static void Pair(double[] curvature, int row, int column, double value) =>
        (curvature[(row * 7) + column], curvature[(column * 7) + row]) = (value, value);
}
