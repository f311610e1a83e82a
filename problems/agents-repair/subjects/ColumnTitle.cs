/// <summary>Spreadsheet columns: A, B, ..., Z, AA, ...; their numbers, and the shift of a cell such as AB12.</summary>
public static class ColumnTitle
{
    public static string FromNumber(int number)
    {
        var title = "";
        while (number > 0)
        {
            number--;
            title = (char)('A' + number % 26) + title;
            number /= 26;
        }

        return title;
    }

    public static int ToNumber(string title)
    {
        var number = 0;
        foreach (var letter in title)
        {
            number = number * 26 + (letter - 'A' + 1);
        }

        return number;
    }

    public static string Move(string cell, int right, int down)
    {
        var split = 0;
        while (split < cell.Length && char.IsAsciiLetterUpper(cell[split]))
        {
            split++;
        }

        var column = ToNumber(cell.Substring(0, split)) + right;
        var row = int.Parse(cell.Substring(split)) + down;
        if (column < 1 || row < 1)
        {
            return "#REF";
        }

        return FromNumber(column) + row;
    }
}
