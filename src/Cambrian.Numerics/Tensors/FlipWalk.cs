namespace Cambrian.Numerics.Tensors;

/// <summary>
/// A sum of rank-one tensors over the field of two elements that moves about among the sums of the same value: flips (Kauers and
/// Moosbauer 2022, arXiv 2212.01175, definition 1), reductions where a flip leaves a zero, and plus transitions, which add a term
/// (Arai, Ichikawa and Hukushima 2024, arXiv 2312.16960). A factor is a set of bits, at most 60.
/// With <c>cyclic</c>, a term stands for itself and its two rotations, and all moves are made in all three at once
/// (Moosbauer and Poole 2025, arXiv 2502.04514).
/// </summary>
internal sealed class FlipWalk
{
    /// <summary>How many bits a factor has at most.</summary>
    public const int FactorSize = 60;

    // Equal factors in different places are no match, unless rotations count: then tags are zero.
    private static readonly ulong[] Tags = [1UL << FactorSize, 2UL << FactorSize, 3UL << FactorSize, 0];

    private const ulong FactorBits = (1UL << FactorSize) - 1;

    private readonly EqualFactors _factors;
    private readonly ulong _tagBits;
    private readonly int _capacity;
    private readonly Stack<int> _free = new();
    private RandomBits _random;
    private int _sincePlus;

    /// <param name="terms">Three factors for each term, none of them zero.</param>
    /// <param name="cyclic">Whether a term stands for its rotations too.</param>
    /// <param name="room">How many terms more than these there may be.</param>
    /// <param name="seed">Any.</param>
    public FlipWalk(ReadOnlySpan<ulong> terms, bool cyclic, int room, int seed)
    {
        _capacity = (terms.Length / 3) + room;
        _tagBits = cyclic ? 0 : ~FactorBits;
        _factors = new EqualFactors(4 * _capacity);
        _random = new RandomBits((ulong)seed);
        for (var term = _capacity - 1; term >= 0; term--)
        {
            _free.Push(term);
        }

        for (var i = 0; i + 2 < terms.Length; i += 3)
        {
            Add(terms[i], terms[i + 1], terms[i + 2]);
        }
    }

    /// <summary>Terms there are now.</summary>
    public int Rank => _capacity - _free.Count;

    /// <summary>Three factors for each term.</summary>
    public ulong[] Terms()
    {
        var terms = new List<ulong>(3 * Rank);
        for (var term = 0; term < _capacity; term++)
        {
            if (_factors[4 * term] != 0)
            {
                terms.AddRange([Value(4 * term), Value((4 * term) + 1), Value((4 * term) + 2)]);
            }
        }

        return [.. terms];
    }

    /// <summary>Flips, and plus transitions where flips alone have led nowhere.</summary>
    /// <param name="flips">How many.</param>
    /// <param name="target">The walk stops when no more terms than these are left.</param>
    /// <param name="plusAfter">After so many flips a term is added.</param>
    /// <param name="ceiling">No term is added to so many or more.</param>
    public void Walk(int flips, int target, int plusAfter, int ceiling)
    {
        for (; flips > 0 && Rank > target; flips--)
        {
            if (!Flip() || ++_sincePlus >= plusAfter)
            {
                _sincePlus = 0;
                if (Rank < ceiling && !Plus())
                {
                    return;
                }
            }
        }
    }

    /// <summary>One flip of two terms drawn at random among those that share a factor: a⊗b⊗c + a⊗d⊗e = a⊗(b+d)⊗c + a⊗d⊗(c+e).</summary>
    /// <returns>Whether terms remain that share a factor.</returns>
    public bool Flip()
    {
        if (_factors.SharedCount == 0)
        {
            return false;
        }

        var bits = _random.Next();
        var first = _factors.Shared((int)(((bits >> 32) * (ulong)_factors.SharedCount) >> 32));
        var second = (bits & 1) == 0 ? _factors.Next(first) : _factors.Previous(first);
        if ((bits & 6) == 0)
        {
            second = _factors.Next(second);
        }

        // The same term: a ring of two gone around, or two rotations of one term.
        if ((first ^ second) >= 4)
        {
            Flip(first, second);
        }

        return true;
    }

    /// <summary>
    /// One term more, from two drawn at random that share nothing:
    /// a⊗b⊗c + d⊗e⊗f = a⊗(b+e)⊗c + a⊗e⊗(c+f) + (a+d)⊗e⊗f.
    /// </summary>
    /// <returns>Whether there was room, and two such terms were found.</returns>
    public bool Plus()
    {
        for (var attempt = 0; attempt < 1000 && _free.Count > 0; attempt++)
        {
            var (first, second) = (Entry(_random.Next(3 * _capacity)), Entry(_random.Next(3 * _capacity)));
            if ((_tagBits != 0 && (first & 3) != (second & 3)) || (first ^ second) < 4 || _factors[first] == 0 || _factors[second] == 0)
            {
                continue;
            }

            var (a, b, c) = (Value(first), Value(After(first)), Value(Before(first)));
            var (d, e, f) = (Value(second), Value(After(second)), Value(Before(second)));
            if (a == d || b == e || c == f)
            {
                continue;
            }

            AddRotated(first & 3, (a ^ d, e, f));
            Put(After(first), b ^ e);
            Put(second, a);
            Put(Before(second), c ^ f);
            return true;
        }

        return false;
    }

    private void Flip(int first, int second)
    {
        var (b, c) = (After(first), Before(second));
        var (changedB, changedC) = (Value(b) ^ Value(After(second)), Value(c) ^ Value(Before(first)));
        Put(b, changedB);
        Put(c, changedC);
        if (changedB == 0)
        {
            Remove(first >> 2);
        }

        if (changedC == 0)
        {
            Remove(second >> 2);
        }
    }

    private void AddRotated(int place, (ulong A, ulong B, ulong C) term)
    {
        var turned = place == 0 ? term : place == 1 ? (term.C, term.A, term.B) : (term.B, term.C, term.A);
        Add(turned.Item1, turned.Item2, turned.Item3);
    }

    private void Add(ulong a, ulong b, ulong c)
    {
        var entry = 4 * _free.Pop();
        Put(entry, a);
        Put(entry + 1, b);
        Put(entry + 2, c);
    }

    private void Remove(int term)
    {
        Put(4 * term, 0);
        Put((4 * term) + 1, 0);
        Put((4 * term) + 2, 0);
        _free.Push(term);
    }

    private ulong Value(int entry) => _factors[entry] & FactorBits;

    private void Put(int entry, ulong value) => _factors.Set(entry, value == 0 ? 0 : value | (Tags[entry & 3] & _tagBits));

    private static int Entry(int index) => (4 * (index / 3)) + (index % 3);

    // The places of a term go around: 0, 1, 2, 0. Two bits for each place hold the answer.
    private static int After(int entry) => (entry & ~3) | (0b00_10_01 >> (2 * (entry & 3)) & 3);

    private static int Before(int entry) => (entry & ~3) | (0b01_00_10 >> (2 * (entry & 3)) & 3);
}
