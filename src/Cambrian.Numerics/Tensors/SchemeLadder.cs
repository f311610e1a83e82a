using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Tensors;

/// <summary>
/// Schemes of one size found by way of all smaller ones: the best of a size, widened by one row or column, is where the walk for
/// the next size begins (the adaptive flip graph of Arai, Ichikawa and Hukushima 2024; also Perminov 2025, arXiv 2511.20317). Sizes are
/// kept with n ≤ m ≤ p, as a scheme for one order of n, m and p gives one for every order.
/// </summary>
internal sealed class SchemeLadder
{
    private const int PoolSize = 12;

    // In the definition every factor is in so many terms; where those are five or more, a walk from it gets lost among them.
    private const int DefinitionSide = 4;

    private readonly ProductSize[] _rungs;
    private readonly Dictionary<ProductSize, List<BinaryScheme>> _pools = [];
    private readonly SchemeSearch _search;
    private RandomBits _random;

    /// <param name="target">The size that is wanted; n ≤ m ≤ p.</param>
    /// <param name="search">How to walk.</param>
    /// <param name="seed">Any.</param>
    public SchemeLadder(ProductSize target, SchemeSearch search, int seed)
    {
        (_search, _random) = (search, new RandomBits((ulong)seed));
        _rungs = [.. from n in Enumerable.Range(1, target.N)
                     from m in Enumerable.Range(n, target.M - n + 1)
                     from p in Enumerable.Range(m, target.P - m + 1)
                     let size = new ProductSize(n, m, p)
                     orderby size.Naive
                     select size];
        foreach (var size in _rungs)
        {
            _pools[size] = [BinaryScheme.Naive(size)];
        }
    }

    /// <summary>The best scheme of the target found so far.</summary>
    public BinaryScheme Best => _pools[_rungs[^1]][^1];

    /// <summary>Takes a scheme of one of the rungs into account.</summary>
    public void Add(BinaryScheme scheme)
    {
        var pool = _pools[scheme.Size];
        if (scheme.Rank < pool[^1].Rank)
        {
            pool.Clear();
        }

        if (pool.Count == 0 || scheme.Rank == pool[^1].Rank)
        {
            if (pool.Count == PoolSize)
            {
                pool.RemoveAt(_random.Next(PoolSize));
            }

            pool.Add(scheme);
        }
    }

    /// <summary>Climbs from the smallest size to the target once, and from others, larger ones most often, until no work is left.</summary>
    /// <param name="patience">Flips on one rung that find nothing better.</param>
    /// <param name="work">Spent; a rung gets no more than its share of what is left, so that the target is reached.</param>
    public void Climb(long patience, Work work)
    {
        // With a side of one, nothing is better than the definition.
        ProductSize[] rungs = [.. _rungs.Where(size => size.N > 1)];
        for (var first = 0; work.Left > 0 && rungs.Length > 0; first = Math.Max(_random.Next(rungs.Length), _random.Next(rungs.Length)))
        {
            for (var i = first; i < rungs.Length && work.Left > 0; i++)
            {
                var share = new Work(work.Left / (rungs.Length - i));
                var given = share.Left;
                Add(AnyPace().Walk(Start(rungs[i]), patience, (int)_random.Next(), share));
                work.Spend(Math.Max(1, given - share.Left));
            }
        }
    }

    // Some sizes want a term added often, others hardly ever.
    private SchemeSearch AnyPace() => _search with { PlusAfter = _search.PlusAfter * _random.Next(3) switch { 0 => 1, 1 => 10, _ => 100 } };

    // From the definition, on from a scheme of this size, or from two smaller ones side by side: each leads where the others do not.
    private BinaryScheme Start(ProductSize size)
    {
        switch (_random.Next(6))
        {
            case 0 when size.N % 2 == 0 && size.M % 2 == 0 && size.P % 2 == 0:
                return Draw(new ProductSize(2, 2, 2)).Nested(Draw(new ProductSize(size.N / 2, size.M / 2, size.P / 2)));
            case < 3 when size.P <= DefinitionSide:
                return BinaryScheme.Naive(size);
            case < 4 when _pools[size][^1].Rank < size.Naive:
                return Draw(size);
            default:
                return Enumerable.Range(0, 1 + _random.Next(6)).Select(_ => Joined(size)).MinBy(joined => joined.Rank)!; // One at least.
        }
    }

    private BinaryScheme Draw(ProductSize size)
    {
        var pool = _pools[size];
        return pool[_random.Next(pool.Count)];
    }

    // The size in another order of its three numbers, cut across the last of them: by one most often.
    private BinaryScheme Joined(ProductSize size)
    {
        var turns = _random.Next(3);
        var wide = turns == 0 ? size : turns == 1 ? new ProductSize(size.M, size.P, size.N) : new ProductSize(size.P, size.N, size.M);
        var cut = _random.Next(4) == 0 ? 1 + _random.Next(wide.P - 1) : 1;
        var left = Oriented(Draw(Sorted(wide with { P = wide.P - cut })), wide with { P = wide.P - cut });
        var right = Oriented(Draw(Sorted(wide with { P = cut })), wide with { P = cut });
        return Oriented(left.Beside(right), size);
    }

    /// <summary>The same size with n ≤ m ≤ p.</summary>
    public static ProductSize Sorted(ProductSize size)
    {
        int[] sides = [size.N, size.M, size.P];
        Array.Sort(sides);
        return new ProductSize(sides[0], sides[1], sides[2]);
    }

    /// <summary>The scheme for another order of its n, m and p.</summary>
    public static BinaryScheme Oriented(BinaryScheme scheme, ProductSize size)
    {
        for (var turn = 0; turn < 3; turn++, scheme = scheme.Rotated())
        {
            if (scheme.Size == size)
            {
                return scheme;
            }

            if (scheme.Transposed() is var transposed && transposed.Size == size)
            {
                return transposed;
            }
        }

        throw new ArgumentException($"A scheme of size {scheme.Size} cannot become one of size {size}: expected the same three numbers.", nameof(size));
    }
}
