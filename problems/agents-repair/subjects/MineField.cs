/// <summary>A mine field of text rows, '*' being a mine: annotation, and the squares opened by one click.</summary>
public static class MineField
{
    public static string Annotate(string field)
    {
        var rows = field.Split('/');
        var written = new List<string>();
        for (var y = 0; y < rows.Length; y++)
        {
            var line = "";
            for (var x = 0; x < rows[y].Length; x++)
            {
                var mines = Around(rows, y, x);
                line += rows[y][x] == '*' ? "*" : mines == 0 ? "." : mines.ToString();
            }

            written.Add(line);
        }

        return string.Join("/", written);
    }

    public static int Opened(string field, int y, int x)
    {
        var rows = field.Split('/');
        if (rows[y][x] == '*')
        {
            return -1;
        }

        var opened = new HashSet<(int, int)>();
        Open(rows, y, x, opened);
        return opened.Count;
    }

    private static void Open(string[] rows, int y, int x, HashSet<(int, int)> opened)
    {
        if (y < 0 || y >= rows.Length || x < 0 || x >= rows[y].Length || !opened.Add((y, x)))
        {
            return;
        }

        for (var k = 0; k < 9 && Around(rows, y, x) == 0; k++)
        {
            Open(rows, y + k / 3 - 1, x + k % 3 - 1, opened);
        }
    }

    private static int Around(string[] rows, int y, int x)
    {
        var mines = 0;
        for (var k = 0; k < 9; k++)
        {
            var (ny, nx) = (y + k / 3 - 1, x + k % 3 - 1);
            if (ny >= 0 && ny < rows.Length && nx >= 0 && nx < rows[ny].Length && rows[ny][nx] == '*')
            {
                mines++;
            }
        }

        return mines;
    }
}
