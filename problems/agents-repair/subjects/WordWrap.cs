/// <summary>Breaks text into lines of limited width at spaces, and spreads a line to both margins.</summary>
public static class WordWrap
{
    public static string[] Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
            while (line.Length > width)
            {
                lines.Add(line.Substring(0, width));
                line = line.Substring(width);
            }
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return lines.ToArray();
    }

    public static string Spread(string line, int width)
    {
        var words = line.Split(' ');
        var gaps = words.Length - 1;
        if (gaps == 0)
        {
            return line.PadRight(width);
        }

        var blanks = width - words.Sum(word => word.Length);
        var spread = words[0];
        for (var i = 1; i < words.Length; i++)
        {
            var size = blanks / gaps + (i <= blanks % gaps ? 1 : 0);
            spread += new string(' ', size) + words[i];
        }

        return spread;
    }
}
