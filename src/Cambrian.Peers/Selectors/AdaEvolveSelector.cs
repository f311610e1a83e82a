using Cambrian.Core;
using Cambrian.Core.Selectors;
using Cambrian.Peers.Archives;

namespace Cambrian.Peers.Selectors;

/// <summary>
/// Parent choice of AdaEvolve (arXiv 2602.20133; skydiscover/search/adaevolve/database.py): the island with the greatest upper confidence
/// bound, once each was visited three times; there, with the probability of its intensity, any program; else with 0.7 one of its best
/// quarter, and otherwise one in proportion to max(fitness, 0.001). Behind the parent come the best programs of all islands.
/// </summary>
public sealed class AdaEvolveSelector : ISelector
{
    private const int LeastVisits = 3;
    private const double Exploration = 1.41;
    private const double ExploitationShare = 0.7;
    private const int Quarter = 4;
    private const double LeastWeight = 0.001;
    private const int Shown = 4;

    private readonly double _least;
    private readonly double _most;

    /// <summary>The choice.</summary>
    /// <param name="least">Least intensity, that of an island that improves all the time; by default 0.15 as published.</param>
    /// <param name="most">Greatest intensity, that of one that does not; from there to 1, by default 0.5 as published.</param>
    public AdaEvolveSelector(double least = 0.15, double most = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 1);
        (_least, _most) = (least, most);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random)
    {
        var (island, progress) = kept is AdaptiveIslands islands ? Island(islands, random) : (kept, Followed(kept));
        var choice = new ParentWithContext(Parent(island, progress.Intensity(_least, _most), random));
        foreach (var candidate in Ranking.Best(kept, Shown + 1).TakeWhile(_ => choice.Shown < Shown))
        {
            choice.Show(candidate);
        }

        return choice.ToList();
    }

    private static (IReadOnlyList<Candidate> Kept, IslandProgress Progress) Island(AdaptiveIslands islands, Random random)
    {
        int[] fresh = [.. Enumerable.Range(0, islands.Progress.Count).Where(island => islands.Progress[island].Visits < LeastVisits)];
        var visits = islands.Progress.Sum(progress => progress.Visits);
        var chosen = fresh.Length > 0 ? fresh[random.Next(fresh.Length)]
            : Enumerable.Range(0, islands.Progress.Count).MaxBy(island => islands.Progress[island].Bound(visits, Exploration));
        return (islands.Places.Island(chosen), islands.Progress[chosen]);
    }

    // Any other archive is one island whose history is what it keeps.
    private static IslandProgress Followed(IReadOnlyList<Candidate> kept) => kept.DistinctBy(candidate => candidate.Step).OrderBy(candidate => candidate.Step)
        .Aggregate(new IslandProgress(), (progress, candidate) => candidate.Parents.Count == 0 ? progress.Received(candidate.Score) : progress.Evaluated(candidate.Score, progress.Best));

    private static Candidate Parent(IReadOnlyList<Candidate> island, double intensity, Random random)
    {
        var chance = random.NextDouble();
        if (chance < intensity)
        {
            return island[random.Next(island.Count)];
        }

        if (chance < intensity + ((1 - intensity) * ExploitationShare))
        {
            var best = Ranking.Best(island, Math.Max(1, island.Count / Quarter));
            return best[random.Next(best.Count)];
        }

        return island[Roulette.Spin([.. island.Select(candidate => candidate.Score > LeastWeight ? candidate.Score : LeastWeight)], random)];
    }
}
