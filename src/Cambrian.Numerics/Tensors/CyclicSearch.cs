using Cambrian.Numerics.Optimisation;

namespace Cambrian.Numerics.Tensors;

/// <summary>
/// Schemes for square matrices that stay as they are when the three factors of every term are rotated (Moosbauer and Poole 2025,
/// arXiv 2502.04514): a few cubes a⊗a⊗a, and triples of terms that are rotations of each other. A third as many terms to move
/// about, and three times as many that can meet.
/// </summary>
/// <param name="side">Rows of a matrix, 2 to 7.</param>
/// <param name="search">How to walk; the margin is not used, as walks may climb back to where they began.</param>
internal sealed class CyclicSearch(int side, SchemeSearch search)
{
    private const long FlipCost = 130;
    private const int Stride = 1000;

    private readonly ProductSize _size = new(side, side, side);

    /// <summary>The scheme of fewest terms found by walks from random choices of the cubes.</summary>
    /// <param name="best">What there is already.</param>
    /// <param name="patience">A walk ends after so many flips that found nothing better.</param>
    /// <param name="seed">Any.</param>
    /// <param name="work">All that is left of it is spent.</param>
    public BinaryScheme Search(BinaryScheme best, long patience, int seed, Work work)
    {
        var random = new RandomBits((ulong)seed);
        while (work.Left > 0)
        {
            var cubes = Cubes(ref random);
            var found = Walk(cubes, patience, (int)random.Next(), work);
            if (found.Rank < best.Rank && (!search.Liftable || SchemeLift.Lift(found, work) is not null))
            {
                best = found;
            }
        }

        return best;
    }

    /// <summary>Terms with their rotations, and cubes; a triple of cubes is one, as three is one modulo two.</summary>
    /// <param name="triples">Three factors for each triple.</param>
    /// <param name="cubes">One factor for each.</param>
    internal BinaryScheme Expand(ReadOnlySpan<ulong> triples, IEnumerable<ulong> cubes)
    {
        var (terms, single) = (new List<ulong>(3 * triples.Length), new HashSet<ulong>(cubes));
        for (var i = 0; i < triples.Length; i += 3)
        {
            var (a, b, c) = (triples[i], triples[i + 1], triples[i + 2]);
            if (a != b || b != c)
            {
                terms.AddRange([a, b, c, b, c, a, c, a, b]);
            }
            else if (!single.Add(a))
            {
                single.Remove(a);
            }
        }

        return new BinaryScheme(_size, [.. terms, .. single.SelectMany(cube => (ulong[])[cube, cube, cube])]);
    }

    /// <summary>The rest of the tensor when cubes are taken away, as triples of unit terms.</summary>
    /// <param name="cubes">Sets of diagonal entries, each entry in exactly one of them.</param>
    internal ulong[] Rest(IReadOnlyList<ulong> cubes)
    {
        var triples = new List<ulong>();
        for (var entry = 0; entry < _size.A * _size.A * _size.A; entry++)
        {
            var (x, y, z) = (entry / _size.A / _size.A, entry / _size.A % _size.A, entry % _size.A);
            var product = x % side == y / side && y % side == z / side && z % side == x / side;
            var first = x <= y && x < z; // One of three rotations.
            if (first && product != (cubes.Count(cube => (cube >> x & cube >> y & cube >> z & 1) != 0) % 2 != 0))
            {
                triples.AddRange([1UL << x, 1UL << y, 1UL << z]);
            }
        }

        return [.. triples];
    }

    private BinaryScheme Walk(ulong[] cubes, long patience, int seed, Work work)
    {
        var best = Rest(cubes);
        var (ceiling, walk) = (best.Length / 3, new FlipWalk(best, cyclic: true, room: 2, seed));
        for (var left = patience; left > 0 && work.Spend(FlipCost * Stride); left -= Stride)
        {
            walk.Walk(Stride, (best.Length / 3) - 1, search.PlusAfter, ceiling);
            if (walk.Rank < best.Length / 3)
            {
                (best, left) = (walk.Terms(), patience);
            }
        }

        return Expand(best, cubes);
    }

    // The diagonal's entries one by one or in pairs, at random.
    private ulong[] Cubes(ref RandomBits random)
    {
        var entries = Enumerable.Range(0, side).Select(i => 1UL << ((i * side) + i)).ToList();
        var cubes = new List<ulong>();
        while (entries.Count > 0)
        {
            var cube = Taken(entries, ref random);
            cubes.Add(entries.Count > 0 && random.Next(2) == 0 ? cube | Taken(entries, ref random) : cube);
        }

        return [.. cubes];
    }

    private static ulong Taken(List<ulong> entries, ref RandomBits random)
    {
        var index = random.Next(entries.Count);
        var entry = entries[index];
        entries.RemoveAt(index);
        return entry;
    }
}
