/// <summary>The 3n + 1 walk: its length, its summit, and the start below a limit with the longest walk.</summary>
public static class CollatzTrail
{
    public static int Steps(long number)
    {
        var steps = 0;
        while (number > 1)
        {
            number = Next(number);
            steps++;
        }

        return steps;
    }

    public static long Summit(long number)
    {
        var summit = number;
        while (number > 1)
        {
            number = Next(number);
            if (number > summit)
            {
                summit = number;
            }
        }

        return summit;
    }

    public static int LongestBelow(int limit)
    {
        var best = 1;
        var most = 0;
        for (var start = 2; start < limit; start++)
        {
            var steps = Steps(start);
            if (steps > most)
            {
                most = steps;
                best = start;
            }
        }

        return best;
    }

    private static long Next(long number) => number % 2 == 0 ? number / 2 : 3 * number + 1;
}
