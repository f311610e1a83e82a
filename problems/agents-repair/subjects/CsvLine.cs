/// <summary>Lines of comma-separated values with quotes: splitting them and joining them.</summary>
public static class CsvLine
{
    public static string[] Split(string line)
    {
        var fields = new List<string>();
        var field = "";
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var sign = line[i];
            if (sign == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field += '"';
                i++;
            }
            else if (sign == '"')
            {
                quoted = !quoted;
            }
            else if (sign == ',' && !quoted)
            {
                fields.Add(field);
                field = "";
            }
            else
            {
                field += sign;
            }
        }

        fields.Add(field);
        return fields.ToArray();
    }

    public static string Join(string[] fields)
    {
        var written = new List<string>();
        foreach (var field in fields)
        {
            var needsQuotes = field.Contains(',') || field.Contains('"');
            written.Add(needsQuotes ? '"' + field.Replace("\"", "\"\"") + '"' : field);
        }

        return string.Join(",", written);
    }
}
