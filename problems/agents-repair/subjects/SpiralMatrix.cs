/// <summary>Square and oblong matrices read and filled in a clockwise spiral.</summary>
public static class SpiralMatrix
{
    public static int[] Read(int[][] matrix)
    {
        var values = new List<int>();
        var (top, bottom, left, right) = (0, matrix.Length - 1, 0, matrix[0].Length - 1);
        while (top <= bottom && left <= right)
        {
            for (var x = left; x <= right; x++)
            {
                values.Add(matrix[top][x]);
            }

            for (var y = top + 1; y <= bottom; y++)
            {
                values.Add(matrix[y][right]);
            }

            for (var x = right - 1; x >= left && top < bottom; x--)
            {
                values.Add(matrix[bottom][x]);
            }

            for (var y = bottom - 1; y > top && left < right; y--)
            {
                values.Add(matrix[y][left]);
            }

            (top, bottom, left, right) = (top + 1, bottom - 1, left + 1, right - 1);
        }

        return values.ToArray();
    }

    public static int At(int size, int y, int x)
    {
        var ring = Math.Min(Math.Min(y, x), Math.Min(size - 1 - y, size - 1 - x));
        var side = size - 2 * ring;
        var before = size * size - side * side;
        y -= ring;
        x -= ring;
        if (y == 0)
        {
            return before + x + 1;
        }

        if (x == side - 1)
        {
            return before + side + y;
        }

        return y == side - 1 ? before + 3 * side - 2 - x : before + 4 * side - 3 - y;
    }
}
