using System.Numerics;
using Cambrian.Core;
using Cambrian.Core.Archives;
using Cambrian.Peers.Selectors;

namespace Cambrian.Peers.Archives;

/// <summary>
/// Islands as in AdaEvolve: each knows how it gets on, and every so often the best of each are copied to the next one in the ring. A seed
/// settles on all of them, a child on the island of its main parent; where that lives on several, its children are dealt out among them.
/// </summary>
public sealed class AdaptiveIslandArchive : IArchive
{
    private readonly IArchive[] _islands;
    private readonly IslandProgress[] _progress;
    private readonly int _interval;
    private readonly int _migrants;

    // The islands of each candidate, one bit for each.
    private readonly Dictionary<int, ulong> _homes = [];
    private double _best = double.NegativeInfinity;
    private int _offered;

    /// <summary>Empty islands.</summary>
    /// <param name="islands">How many; 1 to 64.</param>
    /// <param name="create">Makes one island's archive, empty.</param>
    /// <param name="interval">Children between two migrations; at least 1.</param>
    /// <param name="migrants">Copied from each island to the next; at least 1.</param>
    public AdaptiveIslandArchive(int islands, Func<IArchive> create, int interval = 15, int migrants = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(islands, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(islands, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(migrants, 1);
        _islands = [.. Enumerable.Range(0, islands).Select(_ => create())];
        _progress = [.. Enumerable.Repeat(new IslandProgress(), islands)];
        (_interval, _migrants) = (interval, migrants);
        Kept = new AdaptiveIslands(new Islands(islands, island => _islands[island].Kept), _progress);
    }

    /// <summary>What is kept: <see cref="AdaptiveIslands"/>.</summary>
    public IReadOnlyList<Candidate> Kept { get; }

    /// <inheritdoc/>
    public bool Add(Candidate candidate)
    {
        if (candidate.Parents.Count == 0)
        {
            return Enumerable.Range(0, _islands.Length).Aggregate(false, (stored, island) => Settle(candidate, island) | stored);
        }

        if (_offered > 0 && _offered % _interval == 0)
        {
            Migrate();
        }

        _offered++;
        var home = HomeOf(candidate);
        var kept = _islands[home].Add(candidate);
        _homes.TryAdd(candidate.Step, 1UL << home);
        _progress[home] = _progress[home].Evaluated(candidate.Score, _best);
        _best = Math.Max(_best, candidate.Score);
        return kept;
    }

    private int HomeOf(Candidate child)
    {
        var homes = _homes.GetValueOrDefault(child.Parents[0], ulong.MaxValue >> (64 - _islands.Length));
        for (var skipped = child.Step % BitOperations.PopCount(homes); skipped > 0; skipped--)
        {
            homes &= homes - 1;
        }

        return BitOperations.TrailingZeroCount(homes);
    }

    private bool Settle(Candidate candidate, int island)
    {
        if (!_islands[island].Add(candidate))
        {
            return false;
        }

        _homes[candidate.Step] = _homes.GetValueOrDefault(candidate.Step) | (1UL << island);
        _progress[island] = _progress[island].Received(candidate.Score);
        _best = Math.Max(_best, candidate.Score);
        return true;
    }

    private void Migrate()
    {
        for (var island = 0; island < _islands.Length; island++)
        {
            var next = (island + 1) % _islands.Length;
            Ranking.Best(_islands[island].Kept, _migrants).ForEach(migrant => Settle(migrant, next));
        }
    }
}
