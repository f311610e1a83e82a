/// <summary>File patterns with '*', '?' and sets such as [abc] or [!abc].</summary>
public static class GlobMatch
{
    public static bool Matches(string pattern, string name) => Match(pattern, 0, name, 0);

    public static int CountMatches(string pattern, string[] names)
    {
        var count = 0;
        foreach (var name in names)
        {
            count += Matches(pattern, name) ? 1 : 0;
        }

        return count;
    }

    private static bool Match(string pattern, int p, string name, int n)
    {
        if (p == pattern.Length)
        {
            return n == name.Length;
        }

        if (pattern[p] == '*')
        {
            return Match(pattern, p + 1, name, n) || (n < name.Length && Match(pattern, p, name, n + 1));
        }

        if (n == name.Length)
        {
            return false;
        }

        if (pattern[p] == '[')
        {
            var end = pattern.IndexOf(']', p);
            return InSet(pattern.Substring(p + 1, end - p - 1), name[n]) && Match(pattern, end + 1, name, n + 1);
        }

        return (pattern[p] == '?' || pattern[p] == name[n]) && Match(pattern, p + 1, name, n + 1);
    }

    private static bool InSet(string set, char sign)
    {
        if (set.StartsWith('!'))
        {
            return !set.Substring(1).Contains(sign);
        }

        return set.Contains(sign);
    }
}
