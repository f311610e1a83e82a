/// <summary>The look-and-say sequence: the next term, the n-th term, and the way back.</summary>
public static class LookAndSay
{
    public static string Next(string term)
    {
        var next = "";
        var count = 0;
        for (var i = 0; i < term.Length; i++)
        {
            count++;
            if (i == term.Length - 1 || term[i + 1] != term[i])
            {
                next += count.ToString() + term[i];
                count = 0;
            }
        }

        return next;
    }

    public static string Term(string seed, int n)
    {
        for (var i = 1; i < n; i++)
        {
            seed = Next(seed);
        }

        return seed;
    }

    public static string Back(string term)
    {
        var previous = "";
        for (var i = 0; i + 1 < term.Length; i += 2)
        {
            previous += new string(term[i + 1], term[i] - '0');
        }

        return term.Length % 2 == 0 && Next(previous) == term ? previous : "none";
    }
}
