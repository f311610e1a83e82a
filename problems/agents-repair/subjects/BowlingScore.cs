/// <summary>The score of a game of ten-pin bowling from the pins of each roll.</summary>
public static class BowlingScore
{
    public static int Total(int[] rolls)
    {
        var total = 0;
        var roll = 0;
        for (var frame = 0; frame < 10; frame++)
        {
            if (rolls[roll] == 10)
            {
                total += 10 + rolls[roll + 1] + rolls[roll + 2];
                roll++;
            }
            else
            {
                var pins = rolls[roll] + rolls[roll + 1];
                total += pins == 10 ? 10 + rolls[roll + 2] : pins;
                roll += 2;
            }
        }

        return total;
    }

    public static int BestRun(int[] rolls)
    {
        var best = 0;
        var run = 0;
        foreach (var pins in rolls)
        {
            run = pins == 10 ? run + 1 : 0;
            best = Math.Max(best, run);
        }

        return best;
    }

    public static bool IsFrame(int first, int second)
    {
        if (first < 0 || second < 0 || first + second > 10)
        {
            return false;
        }

        return first != 10 || second == 0;
    }
}
