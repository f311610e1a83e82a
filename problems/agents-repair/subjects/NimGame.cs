/// <summary>Nim with several heaps: who wins, one winning move, and the game with a limit on each move.</summary>
public static class NimGame
{
    public static bool MoverWins(int[] heaps)
    {
        var sum = 0;
        foreach (var heap in heaps)
        {
            sum ^= heap;
        }

        return sum != 0;
    }

    public static string WinningMove(int[] heaps)
    {
        for (var heap = 0; heap < heaps.Length; heap++)
        {
            for (var left = 0; left < heaps[heap]; left++)
            {
                var after = heaps.ToArray();
                after[heap] = left;
                if (!MoverWins(after))
                {
                    return heap + ":" + (heaps[heap] - left);
                }
            }
        }

        return "none";
    }

    public static bool LimitedMoverWins(int stones, int[] moves)
    {
        var wins = new bool[stones + 1];
        for (var count = 1; count <= stones; count++)
        {
            foreach (var move in moves)
            {
                if (move <= count && !wins[count - move])
                {
                    wins[count] = true;
                }
            }
        }

        return wins[stones];
    }
}
