namespace Cambrian.Numerics.Combinatorics;

/// <summary>
/// Short tours through cities in the plane: iterated Lin–Kernighan with neighbour lists, a work list of cities and local
/// double-bridge kicks (Johnson and McGeoch 1997, "The traveling salesman problem: a case study", §3.4 and §6).
/// </summary>
public sealed class TourSearch
{
    private const int NeighbourCount = 10;
    private const int Depth = 30;
    private const int FirstBreadth = 6;

    // Gains below this are rounding: accepting them could go round in circles.
    private const double Tolerance = 1e-12;

    private readonly Plane _plane;
    private readonly Tour _tour;
    private readonly Stack<int> _work = new();
    private readonly bool[] _waiting;
    private readonly List<(int End, int City, int Beside)> _flips = new(Depth);

    private TourSearch(Plane plane, ReadOnlySpan<int> start)
    {
        (_plane, _tour, _waiting) = (plane, new Tour(plane, start), new bool[plane.Cities]);
        foreach (var city in start)
        {
            Wait(city);
        }
    }

    /// <summary>A short tour, the same for the same arguments.</summary>
    /// <param name="coordinates">x and y of each city in turn; at least one city.</param>
    /// <param name="kicks">How many times the tour is disturbed and improved again; 0 gives a local optimum.</param>
    /// <param name="seed">Of the starting order and the kicks.</param>
    /// <returns>Every city once, and the length of the closed tour in the unit of the coordinates.</returns>
    public static (int[] Order, double Length) Find(ReadOnlySpan<double> coordinates, int kicks, int seed)
    {
        var plane = new Plane(coordinates, NeighbourCount);
        if (plane.Cities < 8)
        {
            return Shortest(plane);
        }

        var random = new Random(seed);
        var start = Enumerable.Range(0, plane.Cities).ToArray();
        random.Shuffle(start);
        var search = new TourSearch(plane, start);
        search.Improve();
        search.Kick(kicks, random);
        return (search._tour.Order.ToArray(), search._tour.Length());
    }

    // So few that trying every order is the simplest.
    private static (int[] Order, double Length) Shortest(Plane plane)
    {
        var orders = Orders([.. Enumerable.Range(1, plane.Cities - 1)]).Select(rest => new Tour(plane, [0, .. rest]));
        var best = orders.MinBy(tour => tour.Length())!; // there is always one order
        return (best.Order.ToArray(), best.Length());
    }

    private static IEnumerable<int[]> Orders(int[] cities) => cities.Length <= 1
        ? [cities]
        : cities.SelectMany(first => Orders([.. cities.Where(city => city != first)]).Select(rest => (int[])[first, .. rest]));

    private void Kick(int kicks, Random random)
    {
        var best = _tour.Order.ToArray();
        var length = _tour.Length();
        for (var kick = 0; kick < kicks; kick++)
        {
            Disturb(random);
            Improve();
            var changed = _tour.Length();
            if (changed <= length)
            {
                length = changed;
                _tour.Order.CopyTo(best);
            }
            else
            {
                _tour.Restore(best);
            }
        }
    }

    // A double bridge over three neighbouring short paths: far changes are nearly always undone, near ones often stay.
    private void Disturb(Random random)
    {
        var longest = Math.Min(30, (_plane.Cities - 2) / 2);
        var (first, second) = (1 + random.Next(longest), 1 + random.Next(longest));
        var a = 1 + random.Next(_plane.Cities - first - second);
        foreach (var cut in (ReadOnlySpan<int>)[a, a + first, a + first + second])
        {
            Wait(_tour.Order[cut - 1]);
            Wait(_tour.Order[cut == _plane.Cities ? 0 : cut]);
        }

        _tour.SwapPaths(a, a + first, a + first + second);
    }

    private void Improve()
    {
        while (_work.TryPop(out var city))
        {
            _waiting[city] = false;
            while (Chain(city, forward: true) || Chain(city, forward: false))
            {
            }
        }
    }

    // Opens the tour at the edge from the city to its neighbour and tries the nearest cities as the first exchange.
    private bool Chain(int fixedEnd, bool forward)
    {
        var freeEnd = Beside(fixedEnd, forward);
        var opened = _plane.Distance(fixedEnd, freeEnd);
        foreach (var city in _plane.Neighbours(freeEnd)[..Math.Min(FirstBreadth, _plane.Cities - 1)])
        {
            if (opened - _plane.Distance(freeEnd, city) <= Tolerance)
            {
                return false;
            }

            if (city != fixedEnd && Extend(fixedEnd, freeEnd, city, forward))
            {
                return true;
            }
        }

        return false;
    }

    // Each flip joins the free end of the open path to a city near it and frees the city before that one. Stops at the best.
    private bool Extend(int fixedEnd, int freeEnd, int city, bool forward)
    {
        _flips.Clear();
        var (gain, best, bestFlips) = (_plane.Distance(fixedEnd, freeEnd), Tolerance, 0);
        while (city >= 0)
        {
            var freed = Beside(city, !forward);
            gain += _plane.Distance(city, freed) - _plane.Distance(freeEnd, city);
            Flip(freeEnd, freed, forward);
            _flips.Add((freeEnd, city, freed));
            freeEnd = freed;
            if (gain - _plane.Distance(freeEnd, fixedEnd) > best)
            {
                (best, bestFlips) = (gain - _plane.Distance(freeEnd, fixedEnd), _flips.Count);
            }

            city = _flips.Count < Depth ? Choose(fixedEnd, freeEnd, gain, forward) : -1;
        }

        for (var i = _flips.Count - 1; i >= bestFlips; i--)
        {
            Flip(_flips[i].Beside, _flips[i].End, forward);
        }

        foreach (var (end, near, freed) in _flips.Take(bestFlips))
        {
            Wait(end);
            Wait(near);
            Wait(freed);
        }

        return bestFlips > 0;
    }

    // The city whose joining, together with the edge this frees, gains most; -1 when none is open to a gain.
    private int Choose(int fixedEnd, int freeEnd, double gain, bool forward)
    {
        var (choice, most) = (-1, double.NegativeInfinity);
        foreach (var city in _plane.Neighbours(freeEnd))
        {
            var joined = _plane.Distance(freeEnd, city);
            if (gain - joined <= Tolerance)
            {
                break;
            }

            var freed = Beside(city, !forward);
            if (city != fixedEnd && freed != freeEnd && _plane.Distance(city, freed) - joined > most && !Joined(city, freed))
            {
                (choice, most) = (city, _plane.Distance(city, freed) - joined);
            }
        }

        return choice;
    }

    // An edge that this chain put in is not taken out again: that is what ends it.
    private bool Joined(int a, int b)
    {
        foreach (var (end, city, _) in _flips)
        {
            if ((end == a && city == b) || (end == b && city == a))
            {
                return true;
            }
        }

        return false;
    }

    private int Beside(int city, bool forward) => forward ? _tour.Next(city) : _tour.Previous(city);

    private void Flip(int from, int to, bool forward)
    {
        if (forward)
        {
            _tour.Reverse(from, to);
        }
        else
        {
            _tour.Reverse(to, from);
        }
    }

    private void Wait(int city)
    {
        if (!_waiting[city])
        {
            _waiting[city] = true;
            _work.Push(city);
        }
    }
}
