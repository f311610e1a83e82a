namespace Cambrian.Models.Replies;

/// <summary>Finds lines in a text as a model remembers them: exactly, or but for spaces at their ends, or but for their indentation.</summary>
internal static class LineMatch
{
    private static readonly Func<string, string>[] Views = [line => line, line => line.TrimEnd(), line => line.Trim()];

    /// <summary>The places where some lines stand, by the strictest way of looking that finds any; in characters, whole lines.</summary>
    public static IReadOnlyList<Range> Find(string text, IReadOnlyList<string> wanted)
    {
        var lines = text.Split('\n');
        foreach (var view in Views)
        {
            string[] seen = [.. lines.Select(view)];
            string[] asked = [.. wanted.Select(view)];
            List<Range> found = [];
            for (var first = 0; first + asked.Length <= lines.Length; first++)
            {
                if (seen.AsSpan(first, asked.Length).SequenceEqual(asked))
                {
                    found.Add(CharactersOf(lines, first, asked.Length));
                }
            }

            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>The spaces that a text's first line with anything on it begins with.</summary>
    public static string Indentation(string text)
    {
        var line = text.Split('\n').FirstOrDefault(line => line.Trim().Length > 0, "");
        return line[..^line.TrimStart().Length];
    }

    /// <summary>A text whose lines begin with other spaces, as far as they begin with those it had.</summary>
    public static string Reindent(string text, string from, string to) => from == to ? text
        : string.Join('\n', text.Split('\n').Select(line => line.Trim().Length > 0 && line.StartsWith(from, StringComparison.Ordinal) ? to + line[from.Length..] : line));

    private static Range CharactersOf(string[] lines, int first, int count)
    {
        var start = lines.Take(first).Sum(line => line.Length + 1);
        return start..(start + lines.Skip(first).Take(count).Sum(line => line.Length + 1) - 1);
    }
}
