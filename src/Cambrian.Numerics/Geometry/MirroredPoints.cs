namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Points in the plane that an affine reflection maps onto each other: the first h of them, then their h images in the same order, then one on
/// the axis where the number is odd. Straight, the axis is x = ½ and the image of (x, y) is (1 − x, y).
/// </summary>
internal static class MirroredPoints
{
    /// <summary>Most points around the rim, the others within; straight.</summary>
    public static double[] Ring(int count, Random random)
    {
        var half = count / 2;
        var corners = (int)Math.Ceiling(half * (0.6 + (0.35 * random.NextDouble())));
        var spread = random.NextDouble();
        var points = new double[2 * count];
        for (var i = 0; i < half; i++)
        {
            var radius = i < corners ? 0.5 : 0.45 * Math.Sqrt(random.NextDouble());
            var turn = Math.PI * (i < corners ? (i + 0.5 + (spread * (random.NextDouble() - 0.5))) / corners : random.NextDouble());
            (points[2 * i], points[(2 * i) + 1]) = (0.5 + (radius * Math.Sin(turn)), 0.5 + (radius * Math.Cos(turn)));
        }

        points[^1] = random.NextDouble();
        return Mirror(points, [], half);
    }

    /// <summary>The points straight, within the unit square; what is not quite mirrored becomes so.</summary>
    public static double[] Straighten(double[] points)
    {
        var (count, half) = (points.Length / 2, points.Length / 4);
        (double X, double Y) Point(int i) => (points[2 * i], points[(2 * i) + 1]);
        (double X, double Y)[] middles = [.. Enumerable.Range(0, count - half).Select(i => i < half ? Middle(Point(i), Point(i + half)) : Point(count - 1))];
        (double X, double Y)[] across = [.. Enumerable.Range(0, half).Select(i => Between(Point(i + half), Point(i)))];
        var widest = across.MaxBy(Square);
        var (low, axis) = (from a in middles from b in middles select (a, Between(a, b))).MaxBy(pair => Square(pair.Item2));
        var straight = new double[points.Length];
        for (var i = 0; i < middles.Length; i++)
        {
            var x = i < half ? 0.5 + (Along(across[i], widest) / 2) : 0.5;
            var place = 2 * (i < half ? i : count - 1);
            (straight[place], straight[place + 1]) = (x, Along(Between(low, middles[i]), axis));
        }

        return Mirror(straight, [], half);
    }

    /// <summary>Changed points mirrored again: where one of two images has moved, the other follows.</summary>
    /// <param name="points">Straight points.</param>
    /// <param name="change">What some or all of them have become; changed in place.</param>
    public static double[] Follow(double[] points, double[] change) => Mirror(change, points, points.Length / 4);

    // Images by their originals, but where the image alone has moved.
    private static double[] Mirror(double[] points, double[] before, int half)
    {
        for (var i = 0; i < 2 * half; i += 2)
        {
            var image = i + (2 * half);
            var (from, to) = before.Length > 0 && points[i] == before[i] && points[i + 1] == before[i + 1] ? (image, i) : (i, image);
            (points[to], points[to + 1]) = (1 - points[from], points[from + 1]);
        }

        if (points.Length > 4 * half)
        {
            points[^2] = 0.5;
        }

        return points;
    }

    private static (double X, double Y) Middle((double X, double Y) a, (double X, double Y) b) => ((a.X + b.X) / 2, (a.Y + b.Y) / 2);

    private static (double X, double Y) Between((double X, double Y) from, (double X, double Y) to) => (to.X - from.X, to.Y - from.Y);

    private static double Square((double X, double Y) a) => (a.X * a.X) + (a.Y * a.Y);

    // As a multiple of a direction.
    private static double Along((double X, double Y) a, (double X, double Y) direction) =>
        Square(direction) > 0 ? ((a.X * direction.X) + (a.Y * direction.Y)) / Square(direction) : 0;
}
