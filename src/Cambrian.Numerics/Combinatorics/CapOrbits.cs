namespace Cambrian.Numerics.Combinatorics;

/// <summary>
/// The orbits of a group of affine maps that are cap sets themselves; no other can be part of a cap set that the group leaves as it is.
/// </summary>
internal sealed class CapOrbits
{
    /// <summary>Stands for points of no such orbit.</summary>
    public const int None = -1;

    private readonly List<int[]> _orbits = [];
    private readonly int[] _orbitOf;

    /// <param name="space">The points.</param>
    /// <param name="generators">Where the maps that generate the group take each point.</param>
    public CapOrbits(TernarySpace space, IReadOnlyList<int[]> generators)
    {
        _orbitOf = new int[space.Points];
        _orbitOf.AsSpan().Fill(None);
        var (seen, marked) = (new bool[space.Points], new bool[space.Points]);
        for (var point = 0; point < space.Points; point++)
        {
            if (!seen[point] && Orbit(point, generators, seen) is var orbit && IsCap(orbit, marked))
            {
                foreach (var member in orbit)
                {
                    _orbitOf[member] = _orbits.Count;
                }

                _orbits.Add(orbit);
                Points += orbit.Length;
            }
        }
    }

    /// <summary>How many orbits.</summary>
    public int Count => _orbits.Count;

    /// <summary>How many points they have together.</summary>
    public int Points { get; }

    /// <summary>The points of an orbit.</summary>
    public ReadOnlySpan<int> this[int orbit] => _orbits[orbit];

    /// <summary>The orbit of a point, or <see cref="None"/>.</summary>
    public int Of(int point) => _orbitOf[point];

    private static int[] Orbit(int point, IReadOnlyList<int[]> generators, bool[] seen)
    {
        seen[point] = true;
        List<int> orbit = [point];
        for (var i = 0; i < orbit.Count; i++)
        {
            foreach (var map in generators)
            {
                var image = map[orbit[i]];
                if (!seen[image])
                {
                    seen[image] = true;
                    orbit.Add(image);
                }
            }
        }

        return [.. orbit];
    }

    // Any line in an orbit can be moved so that it goes through the orbit's first point.
    private static bool IsCap(int[] orbit, bool[] marked)
    {
        Mark(orbit, marked, true);
        var isCap = true;
        for (var i = 1; i < orbit.Length && isCap; i++)
        {
            isCap = !marked[TernarySpace.Third(orbit[0], orbit[i])];
        }

        Mark(orbit, marked, false);
        return isCap;
    }

    private static void Mark(int[] orbit, bool[] marked, bool value)
    {
        foreach (var point in orbit)
        {
            marked[point] = value;
        }
    }
}
