/// <summary>Regions of equal signs in a picture of text rows: their number, the largest, and repainting one.</summary>
public static class RegionFill
{
    public static int Count(string[] rows) => Sizes(rows).Count;

    public static int Largest(string[] rows) => Sizes(rows).Max();

    public static string[] Fill(string[] rows, int y, int x, char paint)
    {
        var picture = rows.Select(row => row.ToCharArray()).ToArray();
        if (picture[y][x] != paint)
        {
            Paint(picture, y, x, picture[y][x], paint);
        }

        return picture.Select(row => new string(row)).ToArray();
    }

    private static List<int> Sizes(string[] rows)
    {
        var picture = rows.Select(row => row.ToCharArray()).ToArray();
        var sizes = new List<int>();
        for (var y = 0; y < picture.Length; y++)
        {
            for (var x = 0; x < picture[y].Length; x++)
            {
                if (picture[y][x] != '\0')
                {
                    sizes.Add(Paint(picture, y, x, picture[y][x], '\0'));
                }
            }
        }

        return sizes;
    }

    private static int Paint(char[][] picture, int y, int x, char old, char paint)
    {
        if (y < 0 || y >= picture.Length || x < 0 || x >= picture[y].Length || picture[y][x] != old)
        {
            return 0;
        }

        picture[y][x] = paint;
        return 1
            + Paint(picture, y - 1, x, old, paint)
            + Paint(picture, y + 1, x, old, paint)
            + Paint(picture, y, x - 1, old, paint)
            + Paint(picture, y, x + 1, old, paint);
    }
}
