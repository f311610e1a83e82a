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
}
