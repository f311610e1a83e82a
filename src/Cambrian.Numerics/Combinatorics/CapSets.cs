using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Combinatorics;

/// <summary>
/// Cap sets: sets of points of the n-dimensional space over three elements, no three of them on a line, that is, no three that
/// add up to zero in every digit. A point is the number its digits make to base 3, 0 to 3ⁿ − 1. Dimensions outside 1 to 9 are
/// brought into that range; numbers that are no point are left out; arguments are not changed.
/// </summary>
public static class CapSets
{
    // Most groups have no large cap set, and show it soon: one is left after so many orders that gave nothing larger.
    private const int Patience = 60;

    /// <summary>Every point, in ascending order.</summary>
    /// <param name="dimension">n.</param>
    public static int[] All(int dimension) => [.. Enumerable.Range(0, Space(dimension).Points)];

    /// <summary>The same numbers in another order.</summary>
    /// <param name="points">Any numbers.</param>
    /// <param name="seed">Any.</param>
    public static int[] Shuffle(int[] points, int seed)
    {
        int[] shuffled = [.. points];
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>Takes points in the order given, leaving out those that make a line with two taken.</summary>
    /// <param name="dimension">n.</param>
    /// <param name="order">Points.</param>
    public static int[] Greedy(int dimension, int[] order)
    {
        var space = Space(dimension);
        var cap = new Cap(space);
        foreach (var point in order)
        {
            _ = point >= 0 && point < space.Points && cap.TryAdd(point);
        }

        return cap.Points.ToArray();
    }

    /// <summary>
    /// The largest cap set found among those that random groups of affine maps leave as they are: whole orbits are added
    /// greedily, in an order that is varied as long as that helps. Large cap sets tend to have many symmetries.
    /// </summary>
    /// <param name="dimension">n.</param>
    /// <param name="generators">How many random maps generate each group; brought into 1 to 5. More make larger orbits and fewer of them.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static int[] BySymmetry(int dimension, int generators, int seed, Work work)
    {
        var space = Space(dimension);
        var random = new Random(seed);
        int[] best = [0];
        while (work.Left > 0)
        {
            var orbits = Orbits(space, Enumerable.Range(0, Math.Clamp(generators, 1, 5)).Select(_ => space.RandomMap(random)), work);
            if (orbits.Sum(orbit => orbit.Length) > best.Length)
            {
                best = Larger(best, FromOrbits(space, orbits, random, work));
            }
        }

        return best;
    }

    /// <summary>The larger of two sets; of equals the first.</summary>
    public static int[] Larger(int[] points, int[] others) => others.Length > points.Length ? others : points;

    private static TernarySpace Space(int dimension) => new(Math.Clamp(dimension, 1, 9));

    // The orbits that are cap sets themselves: no other can be part of one.
    private static List<int[]> Orbits(TernarySpace space, IEnumerable<int[]> maps, Work work)
    {
        int[][] generators = [.. maps];
        var seen = new bool[space.Points];
        var orbits = new List<int[]>();
        var probe = new Cap(space);
        work.Spend((long)space.Points * ((20L * space.Dimension * generators.Length) + 20));
        for (var point = 0; point < space.Points; point++)
        {
            if (seen[point])
            {
                continue;
            }

            seen[point] = true;
            List<int> orbit = [point];
            for (var i = 0; i < orbit.Count; i++)
            {
                foreach (var image in generators.Select(map => map[orbit[i]]).Where(image => !seen[image]))
                {
                    seen[image] = true;
                    orbit.Add(image);
                }
            }

            int[] points = [.. orbit];
            if (probe.TryAddAll(points))
            {
                orbits.Add(points);
            }

            probe.Shrink(0);
        }

        work.Spend(2 * probe.Cost);
        return orbits;
    }

    private static int[] FromOrbits(TernarySpace space, List<int[]> orbits, Random random, Work work)
    {
        int[] best = [];
        var weights = orbits.Select(_ => random.NextDouble()).ToArray();
        var order = new int[orbits.Count];
        for (var left = Patience; left > 0 && work.Left > 0; left--)
        {
            var tried = weights.Select(weight => best.Length == 0 ? weight : weight + (0.3 * (random.NextDouble() - 0.5))).ToArray();
            for (var i = 0; i < order.Length; i++)
            {
                order[i] = i;
            }

            Array.Sort([.. tried], order);
            var cap = new Cap(space);
            foreach (var orbit in order)
            {
                cap.TryAddAll(orbits[orbit]);
            }

            work.Spend(cap.Cost + (40L * order.Length));
            if (cap.Count >= best.Length)
            {
                left = cap.Count > best.Length ? Patience : left;
                (best, weights) = (cap.Points.ToArray(), tried);
            }
        }

        return best;
    }
}
