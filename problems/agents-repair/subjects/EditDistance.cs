/// <summary>Levenshtein distance between words, and the word of a list nearest to a misspelt one.</summary>
public static class EditDistance
{
    public static int Between(string a, string b)
    {
        var previous = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var exchange = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var remove = previous[j] + 1;
                var insert = current[j - 1] + 1;
                current[j] = Math.Min(exchange, Math.Min(remove, insert));
            }

            previous = current;
        }

        return previous[b.Length];
    }

    public static string Nearest(string word, string[] known, int most)
    {
        var best = "";
        var least = most + 1;
        foreach (var candidate in known)
        {
            var distance = Between(word, candidate);
            if (distance < least)
            {
                least = distance;
                best = candidate;
            }
        }

        return best;
    }
}
