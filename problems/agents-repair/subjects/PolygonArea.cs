/// <summary>Polygons with integer corners x0, y0, x1, y1, ...: doubled area, convexity, points inside.</summary>
public static class PolygonArea
{
    public static int Doubled(int[] corners)
    {
        var sum = 0;
        var count = corners.Length / 2;
        for (var i = 0; i < count; i++)
        {
            var next = (i + 1) % count;
            sum += corners[2 * i] * corners[2 * next + 1] - corners[2 * next] * corners[2 * i + 1];
        }

        return Math.Abs(sum);
    }

    public static bool IsConvex(int[] corners)
    {
        var count = corners.Length / 2;
        var (left, right) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var (b, c) = ((i + 1) % count, (i + 2) % count);
            var (ux, uy) = (corners[2 * b] - corners[2 * i], corners[2 * b + 1] - corners[2 * i + 1]);
            var (vx, vy) = (corners[2 * c] - corners[2 * b], corners[2 * c + 1] - corners[2 * b + 1]);
            var turn = ux * vy - uy * vx;
            left += turn > 0 ? 1 : 0;
            right += turn < 0 ? 1 : 0;
        }

        return left == 0 || right == 0;
    }

    public static bool Contains(int[] corners, int x, int y)
    {
        var inside = false;
        var count = corners.Length / 2;
        for (var (i, k) = (0, count - 1); i < count; k = i++)
        {
            var (xi, yi, xk, yk) = (corners[2 * i], corners[2 * i + 1], corners[2 * k], corners[2 * k + 1]);
            if (yi > y != yk > y)
            {
                var side = (x - xi) * (yk - yi) - (xk - xi) * (y - yi);
                inside ^= yk > yi ? side < 0 : side > 0;
            }
        }

        return inside;
    }
}
