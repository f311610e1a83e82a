using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Combinatorics;

/// <summary>
/// Cap sets: sets of points of the n-dimensional space over three elements, no three of them on a line, that is, no three that
/// add up to zero in every digit. A point is the number its digits make to base 3, 0 to 3ⁿ − 1. Dimensions outside 1 to 9 are
/// brought into that range; numbers that are no point are left out; arguments are not changed.
/// </summary>
public static class CapSets
{
    // Most groups have no large cap set, and show it soon: one is left after so many steps that gave nothing larger.
    private const int Patience = 150;

    private const int MostMaps = 3;

    // What a group takes however few points there are.
    private const long GroupCost = 20_000;

    // Of fewer orbits than these there is little to choose; more than these are too many for a short search.
    private const int FewestOrbits = 20;
    private const int MostOrbits = 400;

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
        var (cap, ruledOut) = (new List<int>(), new bool[space.Points]);
        foreach (var point in order.Where(point => point >= 0 && point < space.Points))
        {
            if (!ruledOut[point])
            {
                ruledOut[point] = true;
                cap.ForEach(other => ruledOut[TernarySpace.Third(point, other)] = true);
                cap.Add(point);
            }
        }

        return [.. cap];
    }

    /// <summary>
    /// The largest cap set found among those that random groups of affine maps leave as they are: a tabu search adds whole orbits and
    /// takes out those in the way. Large cap sets tend to have many symmetries. A map exchanges digits, negates some and may shift
    /// them; powers of such maps are taken, as up to three of small order make groups that are neither tiny nor huge.
    /// </summary>
    /// <param name="dimension">n.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static int[] BySymmetry(int dimension, int seed, Work work)
    {
        var (space, random) = (Space(dimension), new Random(seed));
        int[] best = [0];
        while (work.Left > 0)
        {
            var (fixesOrigin, maps) = (random.Next(2) == 0, new int[1 + random.Next(MostMaps)][]);
            for (var i = 0; i < maps.Length; i++)
            {
                maps[i] = Permutation.RandomPower(space.RandomMap(random, fixesOrigin), random);
            }

            var orbits = new CapOrbits(space, maps);
            work.Spend(GroupCost + (space.Points * ((80L * maps.Length) + 20)));
            if (orbits.Points > best.Length && orbits.Count <= MostOrbits && orbits.Count >= Math.Min(FewestOrbits, space.Points / 16))
            {
                var search = new OrbitTabu(space, orbits, random);
                best = Larger(best, search.Search(Patience));
                work.Spend(search.Cost);
            }
        }

        return best;
    }

    /// <summary>The larger of two sets; of equals the first.</summary>
    public static int[] Larger(int[] points, int[] others) => others.Length > points.Length ? others : points;

    private static TernarySpace Space(int dimension) => new(Math.Clamp(dimension, 1, 9));
}
