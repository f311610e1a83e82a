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
    /// <param name="hop">A changed and settled copy of a point; must not alter its argument.</param>
    /// <param name="schedule">How many changes are tried at most, and the seed of the randomness handed to <paramref name="hop"/>.</param>
    /// <param name="work">When none is left, the search ends.</param>
    public static T Maximise<T>(T start, Func<T, double> value, Func<T, Random, T> hop, (int Hops, int Seed) schedule, Work work)
    {
        var random = new Random(schedule.Seed);
        var (best, highest) = (start, value(start));
        for (var i = 0; i < schedule.Hops && work.Left > 0; i++)
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
