namespace Cambrian.Numerics.Optimisation;

/// <summary>
/// Search over local optima (Wales and Doye 1997): change the best point, let it settle, keep it when it is no worse.
/// </summary>
public static class BasinHopping
{
    /// <summary>The best point found.</summary>
    /// <typeparam name="T">What a point is.</typeparam>
    /// <param name="start">Where to start.</param>
    /// <param name="value">What is maximised.</param>
    /// <param name="hop">A changed and settled copy of a point; must not alter its argument, and must spend work.</param>
    /// <param name="seed">Of the randomness handed to <paramref name="hop"/>.</param>
    /// <param name="work">When none is left, the search ends.</param>
    public static T Maximise<T>(T start, Func<T, double> value, Func<T, Random, T> hop, int seed, Work work)
    {
        var random = new Random(seed);
        var (best, highest) = (start, value(start));
        while (work.Left > 0)
        {
            var next = hop(best, random);
            if (value(next) >= highest)
            {
                (best, highest) = (next, value(next));
            }
        }

        return best;
    }

    /// <summary>The best point found by searches one after the other, each from a fresh start: for landscapes of many funnels.</summary>
    /// <typeparam name="T">What a point is.</typeparam>
    /// <param name="start">Where the first search starts.</param>
    /// <param name="value">What is maximised.</param>
    /// <param name="moves">How searches move and start over.</param>
    /// <param name="seed">Of the randomness handed to <paramref name="moves"/>.</param>
    /// <param name="work">When none is left, the last search ends.</param>
    public static T Maximise<T>(T start, Func<T, double> value, HopMoves<T> moves, int seed, Work work)
    {
        var random = new Random(seed);
        var (here, level, stale) = (start, value(start), 0);
        var (best, highest) = (here, level);
        while (work.Left > 0)
        {
            var fresh = stale >= moves.Patience;
            var next = fresh ? moves.Fresh(random) : moves.Hop(here, random);
            var reached = value(next);
            stale = fresh || reached > level + moves.LeastGain ? 0 : stale + 1;
            (here, level) = fresh || reached >= level ? (next, reached) : (here, level);
            (best, highest) = reached > highest ? (next, reached) : (best, highest);
        }

        return best;
    }
}
