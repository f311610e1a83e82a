/// <summary>Names the best feature of a poker hand such as "2H 3D 5S 9C KD".</summary>
public static class PokerHand
{
    public static string Name(string hand)
    {
        var cards = hand.Split(' ');
        var ranks = cards.Select(card => "23456789TJQKA".IndexOf(card[0])).Order().ToArray();
        var flush = cards.All(card => card[1] == cards[0][1]);
        var straight = IsStraight(ranks);
        if (flush && straight)
        {
            return "straight flush";
        }

        var groups = ranks.GroupBy(rank => rank).Select(group => group.Count()).OrderDescending().ToArray();
        if (groups[0] == 4)
        {
            return "four";
        }

        if (groups[0] == 3 && groups[1] == 2)
        {
            return "full house";
        }

        if (flush || straight)
        {
            return flush ? "flush" : "straight";
        }

        if (groups[0] == 3)
        {
            return "three";
        }

        return groups[0] == 1 ? "high card" : groups[1] == 2 ? "two pairs" : "pair";
    }

    private static bool IsStraight(int[] ranks)
    {
        var last = ranks[4] == 12 && ranks[0] == 0 ? 3 : 4;
        for (var i = 1; i <= last; i++)
        {
            if (ranks[i] != ranks[i - 1] + 1)
            {
                return false;
            }
        }

        return true;
    }
}
