/// <summary>Conway's game of life on a bounded board of rows of text, '#' being alive.</summary>
public static class LifeGrid
{
    public static string Step(string board)
    {
        var rows = board.Split('/');
        var next = new string[rows.Length];
        for (var y = 0; y < rows.Length; y++)
        {
            var line = "";
            for (var x = 0; x < rows[y].Length; x++)
            {
                var neighbours = Neighbours(rows, y, x);
                var alive = rows[y][x] == '#';
                line += neighbours == 3 || (alive && neighbours == 2) ? '#' : '.';
            }

            next[y] = line;
        }

        return string.Join("/", next);
    }

    public static int Generations(string board, int limit)
    {
        var count = 0;
        while (count < limit)
        {
            var next = Step(board);
            if (next == board)
            {
                break;
            }

            board = next;
            count++;
        }

        return count;
    }

    private static int Neighbours(string[] rows, int y, int x)
    {
        var count = 0;
        for (var ny = Math.Max(0, y - 1); ny <= Math.Min(rows.Length - 1, y + 1); ny++)
        {
            for (var nx = Math.Max(0, x - 1); nx <= Math.Min(rows[ny].Length - 1, x + 1); nx++)
            {
                if ((ny != y || nx != x) && rows[ny][nx] == '#')
                {
                    count++;
                }
            }
        }

        return count;
    }
}
