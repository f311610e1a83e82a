namespace Cambrian.Numerics.Geometry;

/// <summary>How much hexagons overlap each other and the walls of the hexagon around them: the sum of squared depths, and which way leads out.</summary>
/// <param name="side">Of the hexagon around the origin, a corner on the x-axis.</param>
internal sealed class HexagonOverlap(double side)
{
    /// <summary>Operations of one evaluation for so many hexagons.</summary>
    public static long Cost(int count) => (90L * count * count) + (300L * count);

    /// <summary>The sum of squares, with its gradient.</summary>
    public double Evaluate(ReadOnlySpan<double> hexagons, Span<double> gradient)
    {
        gradient.Clear();
        var sum = 0.0;
        for (var i = 0; i < hexagons.Length; i += 3)
        {
            sum += Walls(hexagons, i, gradient);
            for (var j = 0; j < i; j += 3)
            {
                var (dx, dy) = (hexagons[i] - hexagons[j], hexagons[i + 1] - hexagons[j + 1]);
                if ((dx * dx) + (dy * dy) < 4)
                {
                    sum += Pair(hexagons, Hexagons.Between(hexagons, i, j), gradient);
                }
            }
        }

        return sum;
    }

    private static double Pair(ReadOnlySpan<double> hexagons, Hexagons.Axis axis, Span<double> gradient)
    {
        if (axis.Gap >= 0)
        {
            return 0;
        }

        var (i, j) = (axis.Owner, axis.Other);
        var (ux, uy) = (Math.Cos(axis.Normal), Math.Sin(axis.Normal));
        var turn = Math.Sin(Hexagons.Offset(hexagons[j + 2] - axis.Normal));
        var across = ((hexagons[j + 1] - hexagons[i + 1]) * ux) - ((hexagons[j] - hexagons[i]) * uy);

        // The gap is d·u − apothem − cos(offset); turning the owner turns u.
        var pull = 2 * axis.Gap;
        gradient[i] -= pull * ux;
        gradient[i + 1] -= pull * uy;
        gradient[i + 2] += pull * (across - turn);
        gradient[j] += pull * ux;
        gradient[j + 1] += pull * uy;
        gradient[j + 2] += pull * turn;
        return axis.Gap * axis.Gap;
    }

    private double Walls(ReadOnlySpan<double> hexagons, int i, Span<double> gradient)
    {
        var sum = 0.0;
        var limit = side * Hexagons.Apothem;
        if ((hexagons[i] * hexagons[i]) + (hexagons[i + 1] * hexagons[i + 1]) < (limit - 1) * (limit - 1) && limit > 1)
        {
            return 0;
        }

        for (var wall = 0; wall < 6; wall++)
        {
            var normal = Hexagons.Sixth * (wall + 0.5);
            var (ux, uy) = (Math.Cos(normal), Math.Sin(normal));
            var offset = Hexagons.Offset(hexagons[i + 2] - normal);
            var depth = (hexagons[i] * ux) + (hexagons[i + 1] * uy) + Math.Cos(offset) - limit;
            if (depth > 0)
            {
                sum += depth * depth;
                gradient[i] += 2 * depth * ux;
                gradient[i + 1] += 2 * depth * uy;
                gradient[i + 2] -= 2 * depth * Math.Sin(offset);
            }
        }

        return sum;
    }
}
