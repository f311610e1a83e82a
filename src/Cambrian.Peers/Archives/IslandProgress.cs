namespace Cambrian.Peers.Archives;

/// <summary>
/// How an island of AdaEvolve gets on (arXiv 2602.20133; skydiscover/search/adaevolve/adaptation.py). Its signal is
/// G ← ρ G + (1 − ρ) δ² with every evaluation, δ being the improvement over its best score relative to that score, at most 1, and 0 where
/// there is none; ρ = 0.9. What it is worth to a bandit over islands is a mean with the same decay of improvements relative to the best
/// score of all islands.
/// </summary>
public sealed record IslandProgress
{
    /// <summary>ρ.</summary>
    public const double Decay = 0.9;

    private const double Tiny = 1e-8;

    /// <summary>G, from 0 to 1.</summary>
    public double Signal { get; init; }

    /// <summary>Best score so far.</summary>
    public double Best { get; init; } = double.NegativeInfinity;

    /// <summary>Evaluations of its own.</summary>
    public int Visits { get; init; }

    /// <summary>The same, each counted the less the longer ago it was.</summary>
    public double RecentVisits { get; init; }

    /// <summary>Improvements relative to the best of all, each counted in the same way.</summary>
    public double RecentReward { get; init; }

    /// <summary>After an evaluation of its own.</summary>
    /// <param name="score">What it gave.</param>
    /// <param name="bestOfAll">Best score of all islands before it.</param>
    public IslandProgress Evaluated(double score, double bestOfAll) => Improved(score) with
    {
        Visits = Visits + 1,
        RecentVisits = (Decay * RecentVisits) + 1,
        RecentReward = (Decay * RecentReward) + (score > Best ? Relative(score - Best, bestOfAll) : 0),
    };

    /// <summary>After a program came from elsewhere: a seed, or a migrant. It did not earn that.</summary>
    public IslandProgress Received(double score) => score > Best ? Improved(score) : this;

    /// <summary>Share of exploration: I = I_min + (I_max − I_min) / (1 + √(G + ε)), the less the better it gets on.</summary>
    /// <param name="least">I_min.</param>
    /// <param name="most">I_max.</param>
    public double Intensity(double least, double most) => least + ((most - least) / (1 + Math.Sqrt(Signal + Tiny)));

    /// <summary>Upper confidence bound on its worth: recent reward for each recent visit, and C √(ln(N + 1) / n).</summary>
    /// <param name="visitsOfAll">N, over all islands.</param>
    /// <param name="exploration">C.</param>
    public double Bound(int visitsOfAll, double exploration) =>
        Visits == 0 ? double.PositiveInfinity : (RecentReward / RecentVisits) + (exploration * Math.Sqrt(Math.Log(visitsOfAll + 1) / Visits));

    private IslandProgress Improved(double score)
    {
        var improvement = score > Best ? Relative(score - Best, Best) : 0;
        return this with { Signal = (Decay * Signal) + ((1 - Decay) * improvement * improvement), Best = Math.Max(Best, score) };
    }

    private static double Relative(double improvement, double to) => double.IsFinite(to) ? Math.Min(improvement / (Math.Abs(to) + Tiny), 1) : 1;
}
