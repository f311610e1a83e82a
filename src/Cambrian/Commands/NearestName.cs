namespace Cambrian.Commands;

/// <summary>Guesses what was meant by a mistyped name.</summary>
internal static class NearestName
{
    /// <summary>The known name with the fewest edits to a given one, when those are few enough for a slip.</summary>
    /// <param name="given">What was typed.</param>
    /// <param name="known">What there is.</param>
    /// <returns>A known name; null when none is near.</returns>
    public static string? Of(string given, IEnumerable<string> known) => known
        .Select(name => (Name: name, Distance: Distance(given, name)))
        .Where(pair => pair.Distance <= Math.Max(1, Math.Min(given.Length, pair.Name.Length) / 3))
        .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal)
        .Select(pair => pair.Name)
        .FirstOrDefault();

    /// <summary>" Did you mean 'x'?" or nothing.</summary>
    public static string Suggest(string given, IEnumerable<string> known) => Of(given, known) is { } name ? $" Did you mean '{name}'?" : "";

    /// <summary>Edits from one word to the other: insertions, deletions, replacements and swaps of neighbours (Damerau 1964, restricted).</summary>
    public static int Distance(string a, string b)
    {
        int[] beforeLast = [], last = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, row);
        }

        return last[b.Length];
    }
}
