namespace Cambrian.Numerics.Combinatorics;

/// <summary>
/// Tabu search for a large cap set among the unions of a group's orbits: one more orbit is forced in, those that make a line with it
/// go and may not return for a few steps, and whatever fits is added. All lines through an orbit are images of those through its first
/// point, so a step looks at that point alone.
/// </summary>
internal sealed class OrbitTabu(TernarySpace space, CapOrbits orbits, Random random)
{
    private const int ShortestBan = 2;
    private const int BanSpread = 8;

    private readonly bool[] _held = new bool[space.Points];
    private readonly int[] _members = new int[space.Points];
    private readonly int[] _place = new int[space.Points];
    private readonly bool[] _chosen = new bool[orbits.Count];
    private readonly int[] _bannedUntil = new int[orbits.Count];

    // For each orbit, pairs of held points whose line ends in it; of lines with two points in it nothing is said.
    private readonly int[] _blocking = new int[orbits.Count];
    private int _size;
    private int _step;

    /// <summary>Operations spent since the beginning.</summary>
    public long Cost { get; private set; }

    /// <summary>The largest set met.</summary>
    /// <param name="patience">The search ends after so many steps that found nothing larger.</param>
    public int[] Search(int patience)
    {
        int[] best = [];
        for (var left = patience; left > 0; left--)
        {
            _step++;
            Fill();
            if (_size > best.Length)
            {
                (best, left) = (_members[.._size], patience);
            }

            if (Next() is var next and not CapOrbits.None)
            {
                Force(next);
            }
        }

        return best;
    }

    // In order from a random one on.
    private void Fill()
    {
        var first = random.Next(orbits.Count);
        Cost += 8L * orbits.Count;
        for (var i = 0; i < orbits.Count; i++)
        {
            var orbit = i + first < orbits.Count ? i + first : i + first - orbits.Count;
            if (_blocking[orbit] == 0 && MayJoin(orbit) && Fits(orbit))
            {
                Add(orbit);
            }
        }
    }

    // The orbit that the fewest lines through one of its points stand against, for its size; roughly.
    private int Next()
    {
        var (next, least) = (CapOrbits.None, double.MaxValue);
        Cost += 12L * orbits.Count;
        for (var orbit = 0; orbit < orbits.Count; orbit++)
        {
            if (MayJoin(orbit))
            {
                var length = (double)orbits[orbit].Length;
                var cost = _blocking[orbit] / (length * length) * (1 + random.NextDouble());
                (next, least) = cost < least ? (orbit, cost) : (next, least);
            }
        }

        return next;
    }

    private bool MayJoin(int orbit) => !_chosen[orbit] && _bannedUntil[orbit] <= _step;

    // Whether no line has two of its points in the orbit and the third among those held.
    private bool Fits(int orbit)
    {
        var points = orbits[orbit];
        Cost += 8L * points.Length;
        foreach (var point in points[1..])
        {
            if (_held[TernarySpace.Third(points[0], point)])
            {
                return false;
            }
        }

        return true;
    }

    private void Force(int orbit)
    {
        var point = orbits[orbit][0];
        for (var i = 0; i < _size; i++)
        {
            var third = TernarySpace.Third(point, _members[i]);
            if (orbits.Of(third) == orbit || _held[third])
            {
                var other = _held[third] && random.Next(2) == 0 ? third : _members[i];
                _bannedUntil[orbits.Of(other)] = _step + ShortestBan + random.Next(BanSpread);
                Remove(orbits.Of(other));
                Cost += 8L * (i + 1);
                i = -1; // Members have changed places.
            }
        }

        Add(orbit);
    }

    private void Add(int orbit)
    {
        foreach (var point in orbits[orbit])
        {
            (_members[_size], _place[point], _held[point]) = (point, _size, true);
            _size++;
        }

        _chosen[orbit] = true;
        Count(orbit, 1);
    }

    private void Remove(int orbit)
    {
        Count(orbit, -1);
        foreach (var point in orbits[orbit])
        {
            var last = _members[--_size];
            (_members[_place[point]], _place[last], _held[point]) = (last, _place[point], false);
        }

        _chosen[orbit] = false;
    }

    // Times the orbit's length, as its other points have as many lines: so the order of what comes and goes does not matter.
    private void Count(int orbit, int sign)
    {
        var (point, weight) = (orbits[orbit][0], sign * orbits[orbit].Length);
        Cost += 8L * _size;
        foreach (var member in _members.AsSpan(0, _size))
        {
            if (orbits.Of(TernarySpace.Third(point, member)) is var other and not CapOrbits.None)
            {
                _blocking[other] += weight;
            }
        }
    }
}
