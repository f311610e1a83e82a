/// <summary>Votes that rank candidates by letters, best first: count of first choices, run-off and points.</summary>
public static class RankedVote
{
    public static string RunOff(string[] ballots)
    {
        var left = ballots[0].Order().ToList();
        while (left.Count > 1)
        {
            var counts = left.Select(candidate => Firsts(ballots, left, candidate)).ToList();
            var most = counts.Max();
            if (2 * most > ballots.Length)
            {
                return left[counts.IndexOf(most)].ToString();
            }

            left.RemoveAt(counts.LastIndexOf(counts.Min()));
        }

        return left[0].ToString();
    }

    public static char Borda(string[] ballots)
    {
        var winner = ' ';
        var best = -1;
        foreach (var candidate in ballots[0].Order())
        {
            var points = 0;
            foreach (var ballot in ballots)
            {
                points += ballot.Length - 1 - ballot.IndexOf(candidate);
            }

            if (points > best)
            {
                best = points;
                winner = candidate;
            }
        }

        return winner;
    }

    public static int Preferring(string[] ballots, char a, char b)
    {
        var count = 0;
        foreach (var ballot in ballots)
        {
            count += ballot.IndexOf(a) < ballot.IndexOf(b) ? 1 : 0;
        }

        return count;
    }

    private static int Firsts(string[] ballots, List<char> left, char candidate) =>
        ballots.Count(ballot => ballot.First(left.Contains) == candidate);
}
