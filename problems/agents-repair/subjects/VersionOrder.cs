/// <summary>Orders version numbers such as 1.10.2-beta: numbers by value, missing ones as 0, a suffix before none.</summary>
public static class VersionOrder
{
    public static int Compare(string a, string b)
    {
        var numbersA = Numbers(a);
        var numbersB = Numbers(b);
        for (var i = 0; i < Math.Max(numbersA.Length, numbersB.Length); i++)
        {
            var left = i < numbersA.Length ? numbersA[i] : 0;
            var right = i < numbersB.Length ? numbersB[i] : 0;
            if (left != right)
            {
                return left < right ? -1 : 1;
            }
        }

        return CompareSuffixes(Suffix(a), Suffix(b));
    }

    public static string Latest(string[] versions)
    {
        var latest = versions[0];
        for (var i = 1; i < versions.Length; i++)
        {
            if (Compare(versions[i], latest) > 0)
            {
                latest = versions[i];
            }
        }

        return latest;
    }

    private static int CompareSuffixes(string a, string b)
    {
        if (a == "" || b == "")
        {
            return (b == "" ? 0 : 1) - (a == "" ? 0 : 1);
        }

        return Math.Sign(string.CompareOrdinal(a, b));
    }

    private static int[] Numbers(string version)
    {
        var dash = version.IndexOf('-');
        var core = dash < 0 ? version : version.Substring(0, dash);
        return core.Split('.').Select(int.Parse).ToArray();
    }

    private static string Suffix(string version)
    {
        var dash = version.IndexOf('-');
        return dash < 0 ? "" : version.Substring(dash + 1);
    }
}
