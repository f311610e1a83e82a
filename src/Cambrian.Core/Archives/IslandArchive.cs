namespace Cambrian.Core.Archives;

/// <summary>
/// An archive of archives that evolve apart. A seed settles on every island, a child on the island of its main parent, also
/// when its mate came from elsewhere. An island that has not improved for a while is founded anew with the seeds and the
/// best of another island; the one that holds the best of all never is.
/// </summary>
public sealed class IslandArchive : IArchive
{
    private const byte Everywhere = byte.MaxValue;

    private readonly Func<IArchive> _create;
    private readonly int _patience;
    private readonly Island[] _islands;
    private readonly List<Candidate> _seeds = [];

    // One byte per step of the run: a parent may be chosen before it is evicted and named as parent afterwards.
    private readonly List<byte> _islandOfStep = [];
    private readonly Dictionary<int, List<int>> _islandsOfMigrant = [];

    /// <summary>Empty islands.</summary>
    /// <param name="islands">How many; 1 to 255.</param>
    /// <param name="create">Makes one island's archive, empty.</param>
    /// <param name="patience">Candidates offered to an island without a new best of its own before it is founded anew; at least 1.</param>
    public IslandArchive(int islands, Func<IArchive> create, int patience)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(islands, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(islands, Everywhere);
        ArgumentOutOfRangeException.ThrowIfLessThan(patience, 1);
        (_create, _patience) = (create, patience);
        _islands = [.. Enumerable.Range(0, islands).Select(_ => new Island(create()))];
        Kept = new Islands(islands, island => _islands[island].Archive.Kept);
    }

    /// <summary>What is kept: an <see cref="Islands"/>.</summary>
    public IReadOnlyList<Candidate> Kept { get; }

    /// <inheritdoc/>
    public bool Add(Candidate candidate)
    {
        if (candidate.Parents.Count == 0)
        {
            return AddSeed(candidate);
        }

        var number = IslandOf(candidate);
        Settle(candidate.Step, (byte)number);
        var island = _islands[number];
        var stored = island.Add(candidate);
        if (island.SinceBest >= _patience && _islands.Any(other => other != island && other.Best!.Beats(island.Best!)))
        {
            FoundAnew(number, candidate);
            return false;
        }

        return stored;
    }

    private bool AddSeed(Candidate seed)
    {
        _seeds.Add(seed);
        Settle(seed.Step, Everywhere);
        return _islands.Aggregate(false, (stored, island) => island.Add(seed) | stored);
    }

    // A parent that lives on several islands does not say which it was chosen on; its children are dealt out among them.
    private int IslandOf(Candidate child)
    {
        var parent = child.Parents[0];
        return _islandsOfMigrant.TryGetValue(parent, out var homes) ? homes[child.Step % homes.Count]
            : parent < _islandOfStep.Count && _islandOfStep[parent] is var island and not Everywhere ? island
            : child.Step % _islands.Length;
    }

    private void Settle(int step, byte island)
    {
        while (_islandOfStep.Count <= step)
        {
            _islandOfStep.Add(Everywhere);
        }

        _islandOfStep[step] = island;
    }

    private void FoundAnew(int number, Candidate occasion)
    {
        var random = Randomness.From(Randomness.Derive(occasion.Step, number, 0));
        var donor = _islands[(number + 1 + random.Next(_islands.Length - 1)) % _islands.Length].Best!;
        var island = new Island(_create());
        foreach (var settler in _seeds.Append(donor))
        {
            island.Add(settler);
        }

        _islands[number] = island;
        Migrate(donor.Step, number);
    }

    private void Migrate(int step, int island)
    {
        if (_islandOfStep[step] is var home and not Everywhere)
        {
            var homes = _islandsOfMigrant.GetValueOrDefault(step) ?? (_islandsOfMigrant[step] = [home]);
            if (!homes.Contains(island))
            {
                homes.Add(island);
            }
        }
    }

    private sealed class Island(IArchive archive)
    {
        public IArchive Archive => archive;

        public Candidate? Best { get; private set; }

        public int SinceBest { get; private set; }

        public bool Add(Candidate candidate)
        {
            var stored = archive.Add(candidate);
            var better = stored && (Best is null || candidate.Beats(Best));
            Best = better ? candidate : Best;
            SinceBest = better ? 0 : SinceBest + 1;
            return stored;
        }
    }
}
