namespace Cambrian.Peers.Choices;

/// <summary>How ShinkaEvolve turns scores of arms into probabilities.</summary>
internal static class Favour
{
    /// <summary>Arms that were never asked, each with the same probability; null when there are none.</summary>
    public static double[]? Unasked(IReadOnlyList<int> tries)
    {
        var fresh = tries.Count(asked => asked == 0);
        return fresh == 0 ? null : [.. tries.Select(asked => asked == 0 ? 1.0 / fresh : 0)];
    }

    /// <summary>The best share 1 − ε, the others ε; all are equal when all are best.</summary>
    public static double[] Best(double[] scores, double epsilon)
    {
        var best = scores.Max();
        var winners = scores.Count(score => score == best);
        return winners == 0 || winners == scores.Length
            ? [.. scores.Select(_ => 1.0 / scores.Length)]
            : [.. scores.Select(score => score == best ? (1 - epsilon) / winners : epsilon / (scores.Length - winners))];
    }
}
