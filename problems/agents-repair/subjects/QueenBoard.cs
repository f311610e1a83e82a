/// <summary>Queens that do not attack each other: checks of a placement and the number of placements.</summary>
public static class QueenBoard
{
    public static int Attacks(int[] columns)
    {
        var attacks = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            for (var k = i + 1; k < columns.Length; k++)
            {
                if (Attack(i, columns[i], k, columns[k]))
                {
                    attacks++;
                }
            }
        }

        return attacks;
    }

    public static int Placements(int size) => Place(new int[size], 0);

    private static int Place(int[] columns, int row)
    {
        if (row == columns.Length)
        {
            return 1;
        }

        var count = 0;
        for (var column = 0; column < columns.Length; column++)
        {
            columns[row] = column;
            if (Fits(columns, row))
            {
                count += Place(columns, row + 1);
            }
        }

        return count;
    }

    private static bool Fits(int[] columns, int row) =>
        Enumerable.Range(0, row).All(earlier => !Attack(earlier, columns[earlier], row, columns[row]));

    private static bool Attack(int y1, int x1, int y2, int x2) =>
        y1 == y2 || x1 == x2 || Math.Abs(y1 - y2) == Math.Abs(x1 - x2);
}
