/// <summary>The stretch of a sequence with the largest sum: straight, with its borders, and around the corner.</summary>
public static class BestStretch
{
    public static int Sum(int[] values)
    {
        var best = values[0];
        var current = 0;
        foreach (var value in values)
        {
            current = Math.Max(current + value, value);
            best = Math.Max(best, current);
        }

        return best;
    }

    public static string Borders(int[] values)
    {
        var (best, current, start, from, to) = (values[0], 0, 0, 0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (current < 0)
            {
                current = 0;
                start = i;
            }

            current += values[i];
            if (current > best)
            {
                (best, from, to) = (current, start, i);
            }
        }

        return from + ".." + to;
    }

    public static int Circular(int[] values)
    {
        var straight = Sum(values);
        var lowest = -Sum(values.Select(value => -value).ToArray());
        var total = values.Sum();
        if (lowest == total)
        {
            return straight;
        }

        return Math.Max(straight, total - lowest);
    }
}
