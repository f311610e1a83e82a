/// <summary>What two texts share: their longest common subsequence and their longest common part.</summary>
public static class CommonText
{
    public static string Subsequence(string a, string b)
    {
        var lengths = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = a[i] == b[j]
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var text = "";
        var (x, y) = (0, 0);
        while (x < a.Length && y < b.Length)
        {
            if (a[x] == b[y])
            {
                text += a[x];
                x++;
                y++;
            }
            else if (lengths[x + 1, y] >= lengths[x, y + 1])
            {
                x++;
            }
            else
            {
                y++;
            }
        }

        return text;
    }

    public static string Part(string a, string b)
    {
        var best = "";
        for (var start = 0; start < a.Length; start++)
        {
            var length = best.Length + 1;
            while (start + length <= a.Length && b.Contains(a.Substring(start, length)))
            {
                best = a.Substring(start, length);
                length++;
            }
        }

        return best;
    }
}
