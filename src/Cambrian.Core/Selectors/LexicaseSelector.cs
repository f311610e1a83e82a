namespace Cambrian.Core.Selectors;

/// <summary>
/// Epsilon-lexicase selection (La Cava, Spector, Danai 2016; semi-dynamic epsilon as in La Cava et al. 2019): each parent
/// survives a random sequence of cases, on each of which only those within epsilon of the best go on; epsilon is the median
/// absolute deviation on that case. A random pool and a random share of the cases (down-sampling, Hernandez et al. 2019)
/// keep the cost independent of the archive's size. Specialists on hard cases get their turn, whatever their mean.
/// </summary>
public sealed class LexicaseSelector : ISelector
{
    private readonly int _pool;
    private readonly int _cases;

    /// <summary>Two parents, each through its own sequence of cases.</summary>
    /// <param name="pool">Candidates drawn for each selection, or all when there are no more; at least 2.</param>
    /// <param name="cases">Cases looked at for each parent, at most; at least 1.</param>
    public LexicaseSelector(int pool, int cases = 16)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pool, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(cases, 1);
        (_pool, _cases) = (pool, cases);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random)
    {
        var count = kept.Count;
        var pool = new Candidate[Math.Min(_pool, count)];
        for (var drawn = 0; drawn < pool.Length; drawn++)
        {
            pool[drawn] = kept[count <= _pool ? drawn : random.Next(count)];
        }

        // Where candidates were scored on different numbers of cases, only the common ones can be compared.
        var common = int.MaxValue;
        foreach (var candidate in pool)
        {
            common = Math.Min(common, candidate.Evaluation.Cases.Length);
        }

        return [Survivor(pool, common, random), Survivor(pool, common, random)];
    }

    private Candidate Survivor(Candidate[] pool, int common, Random random)
    {
        var alive = (Candidate[])pool.Clone();
        var values = new double[pool.Length];
        var count = alive.Length;
        foreach (var problemCase in Drawn(common, random))
        {
            if (count == 1)
            {
                break;
            }

            var threshold = Best(alive.AsSpan(0, count), problemCase) - Deviation(pool, problemCase, values);
            var survivors = 0;
            for (var index = 0; index < count; index++)
            {
                if (alive[index].Evaluation.Cases[problemCase] >= threshold)
                {
                    alive[survivors++] = alive[index];
                }
            }

            // A case on which nothing compares (NaN, infinities) decides nothing.
            count = survivors > 0 ? survivors : count;
        }

        return alive[random.Next(count)];
    }

    // The first steps of a Fisher-Yates shuffle. Only the few places it touches are looked at, however many cases there are:
    // the latest move to a place says what lies there.
    private int[] Drawn(int common, Random random)
    {
        var drawn = new int[Math.Min(_cases, common)];
        var from = new int[drawn.Length];
        for (var place = 0; place < drawn.Length; place++)
        {
            from[place] = random.Next(place, common);
            drawn[place] = Before(place, from[place]);
        }

        return drawn;

        int Before(int place, int position)
        {
            for (var move = place - 1; move >= 0; move--)
            {
                position = from[move] == position ? move : position;
            }

            return position;
        }
    }

    private static double Best(ReadOnlySpan<Candidate> alive, int problemCase)
    {
        var best = double.NegativeInfinity;
        foreach (var candidate in alive)
        {
            best = Math.Max(best, candidate.Evaluation.Cases[problemCase]);
        }

        return best;
    }

    private static double Deviation(Candidate[] pool, int problemCase, double[] values)
    {
        for (var index = 0; index < pool.Length; index++)
        {
            values[index] = pool[index].Evaluation.Cases[problemCase];
        }

        var median = Median(values);
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = Math.Abs(values[index] - median);
        }

        return Median(values);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[values.Length / 2] + values[(values.Length - 1) / 2]) / 2;
    }
}
