using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Geometry;

/// <summary>
/// Whole vectors of norm 4 whose distances are at least 2, so that balls around them touch one in the middle and do not overlap: ±2 in one place, and ±1 in four places
/// with all signs, the places of any two sharing two at most (Conway and Sloane 1999, chapter 5, Construction A). An arrangement is the vectors' coordinates in
/// turn. Every method accepts any numbers and returns an arrangement.
/// </summary>
public static class KissingPoints
{
    private const int MostDimensions = 24;

    /// <summary>±2 in one place.</summary>
    /// <param name="dimension">4 to 24, others are brought into that range.</param>
    public static long[] Axes(int dimension) => Arrange(Math.Clamp(dimension, 4, MostDimensions), []);

    /// <summary>The axes, and blocks of four places taken in random order as long as they fit.</summary>
    /// <param name="dimension">4 to 24, others are brought into that range.</param>
    /// <param name="seed">Any.</param>
    public static long[] Greedy(int dimension, int seed) => Search(dimension, seed, new Work(0));

    /// <summary>The axes, and as many blocks as a search finds: a block goes in that is in conflict with few others, which leave and may not return at once (tabu search).</summary>
    /// <param name="dimension">4 to 24, others are brought into that range.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public static long[] Search(int dimension, int seed, Work work)
    {
        var n = Math.Clamp(dimension, 4, MostDimensions);
        var random = new Random(seed);
        int[] blocks = [.. Enumerable.Range(0, 1 << n).Where(places => int.PopCount(places) == 4)];
        random.Shuffle(blocks);
        var chosen = new List<int>();
        var barred = new Dictionary<int, long>();
        List<int> best = [];
        for (var step = 0L; step == 0 || work.Spend(4L * blocks.Length * Math.Max(1, chosen.Count)); step++)
        {
            if (step == 0)
            {
                chosen.AddRange(Fill(blocks));
            }
            else
            {
                Exchange(blocks, chosen, (barred, step), random);
            }

            best = chosen.Count > best.Count ? [.. chosen] : best;
        }

        return Arrange(n, best);
    }

    private static List<int> Fill(int[] blocks)
    {
        var chosen = new List<int>();
        foreach (var block in blocks)
        {
            if (chosen.TrueForAll(other => !Clash(block, other)))
            {
                chosen.Add(block);
            }
        }

        return chosen;
    }

    // The block with the fewest clashes goes in, at random among equals; those it clashes with are barred for some steps.
    private static void Exchange(int[] blocks, List<int> chosen, (Dictionary<int, long> Until, long Now) barred, Random random)
    {
        var (entering, fewest, ties) = (-1, int.MaxValue, 0);
        foreach (var block in blocks)
        {
            if (chosen.Contains(block) || barred.Until.GetValueOrDefault(block) > barred.Now)
            {
                continue;
            }

            var clashes = chosen.Count(other => Clash(block, other));
            ties = clashes < fewest ? 1 : clashes == fewest ? ties + 1 : ties;
            if (clashes < fewest || (clashes == fewest && random.Next(ties) == 0))
            {
                (entering, fewest) = (block, clashes);
            }
        }

        if (entering < 0)
        {
            return;
        }

        foreach (var leaving in chosen.Where(other => Clash(entering, other)).ToArray())
        {
            chosen.Remove(leaving);
            barred.Until[leaving] = barred.Now + 5 + random.Next(10);
        }

        chosen.Add(entering);
    }

    private static bool Clash(int block, int other) => int.PopCount(block & other) == 3;

    private static long[] Arrange(int n, List<int> blocks)
    {
        var coordinates = new List<long>();
        for (var place = 0; place < n; place++)
        {
            foreach (var sign in (ReadOnlySpan<int>)[2, -2])
            {
                coordinates.AddRange(Enumerable.Range(0, n).Select(k => k == place ? (long)sign : 0));
            }
        }

        foreach (var block in blocks)
        {
            for (var signs = 0; signs < 16; signs++)
            {
                var used = 0;
                coordinates.AddRange(Enumerable.Range(0, n).Select(k => ((block >> k) & 1) == 0 ? 0L : ((signs >> used++) & 1) == 0 ? 1 : -1));
            }
        }

        return [.. coordinates];
    }
}
