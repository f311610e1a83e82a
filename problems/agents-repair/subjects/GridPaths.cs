/// <summary>Ways through a grid of rows of text, right and down only, '#' being closed.</summary>
public static class GridPaths
{
    public static int Count(string[] rows)
    {
        var height = rows.Length;
        var width = rows[0].Length;
        var ways = new int[height, width];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (rows[y][x] == '#')
                {
                    continue;
                }

                if (x == 0 && y == 0)
                {
                    ways[y, x] = 1;
                }
                else
                {
                    ways[y, x] = (x > 0 ? ways[y, x - 1] : 0) + (y > 0 ? ways[y - 1, x] : 0);
                }
            }
        }

        return ways[height - 1, width - 1];
    }

    public static int Cheapest(int[][] cost)
    {
        var best = new int[cost[0].Length];
        for (var y = 0; y < cost.Length; y++)
        {
            for (var x = 0; x < best.Length; x++)
            {
                var above = y > 0 ? best[x] : int.MaxValue;
                var left = x > 0 ? best[x - 1] : int.MaxValue;
                var arrival = x == 0 && y == 0 ? 0 : Math.Min(above, left);
                best[x] = arrival + cost[y][x];
            }
        }

        return best[^1];
    }
}
