namespace Cambrian.Numerics.Tensors;

/// <summary>
/// A way to multiply matrices over the field of two elements: a sum of rank-one tensors equal to the tensor of the product. Each
/// term is one multiplication of sums of entries.
/// </summary>
/// <param name="Size">Which product.</param>
/// <param name="Terms">Three factors for each term, as sets of bits; laid out as <see cref="ProductSize"/> says.</param>
internal sealed record BinaryScheme(ProductSize Size, ulong[] Terms)
{
    /// <summary>How many multiplications.</summary>
    public int Rank => Terms.Length / 3;

    /// <summary>The definition of the product.</summary>
    public static BinaryScheme Naive(ProductSize size)
    {
        var terms = new List<ulong>(3 * size.Naive);
        for (var i = 0; i < size.N; i++)
        {
            for (var j = 0; j < size.M; j++)
            {
                for (var k = 0; k < size.P; k++)
                {
                    terms.AddRange(Unit(size, i, j, k));
                }
            }
        }

        return new BinaryScheme(size, [.. terms]);
    }

    /// <summary>The product of m × p by p × n matrices: each factor moves one place on.</summary>
    public BinaryScheme Rotated()
    {
        var terms = new ulong[Terms.Length];
        for (var i = 0; i < terms.Length; i += 3)
        {
            (terms[i], terms[i + 1], terms[i + 2]) = (Terms[i + 1], Terms[i + 2], Terms[i]);
        }

        return new BinaryScheme(new ProductSize(Size.M, Size.P, Size.N), terms);
    }

    /// <summary>The product of p × m by m × n matrices: (AB)ᵀ = BᵀAᵀ.</summary>
    public BinaryScheme Transposed()
    {
        var terms = new ulong[Terms.Length];
        for (var i = 0; i < terms.Length; i += 3)
        {
            terms[i] = Transpose(Terms[i + 1], Size.M, Size.P);
            terms[i + 1] = Transpose(Terms[i], Size.N, Size.M);
            terms[i + 2] = Transpose(Terms[i + 2], Size.P, Size.N);
        }

        return new BinaryScheme(new ProductSize(Size.P, Size.M, Size.N), terms);
    }

    /// <summary>This product and that of n × m by m × q matrices, side by side: n × m by m × (p + q).</summary>
    /// <param name="other">Of the same n and m.</param>
    public BinaryScheme Beside(BinaryScheme other)
    {
        var wide = Size with { P = Size.P + other.Size.P };
        return new BinaryScheme(wide, [.. Widened(wide.P, 0), .. other.Widened(wide.P, Size.P)]);
    }

    /// <summary>Schemes nested: matrices of this size whose entries are matrices of the other.</summary>
    /// <param name="inner">For the product of two entries; no factor of the result may have more than 64 bits.</param>
    public BinaryScheme Nested(BinaryScheme inner)
    {
        var (n, m, p) = (inner.Size.N, inner.Size.M, inner.Size.P);
        var terms = new List<ulong>(Terms.Length * inner.Rank);
        for (var i = 0; i < Terms.Length; i += 3)
        {
            for (var j = 0; j < inner.Terms.Length; j += 3)
            {
                terms.AddRange([
                    Blocks(Terms[i], Size.M, inner.Terms[j], n, m),
                    Blocks(Terms[i + 1], Size.P, inner.Terms[j + 1], m, p),
                    Blocks(Terms[i + 2], Size.N, inner.Terms[j + 2], p, n)]);
            }
        }

        return new BinaryScheme(new ProductSize(Size.N * n, Size.M * m, Size.P * p), [.. terms]);
    }

    /// <summary>Without the last column of the second matrix; terms that become zero are left out.</summary>
    public BinaryScheme Narrowed()
    {
        var narrow = Size with { P = Size.P - 1 };
        var terms = new List<ulong>(Terms.Length);
        for (var i = 0; i < Terms.Length; i += 3)
        {
            var (b, c) = (MoveRows(Terms[i + 1], Size.M, Size.P, narrow.P, 0), Terms[i + 2] & ((1UL << narrow.C) - 1));
            if (b != 0 && c != 0)
            {
                terms.AddRange([Terms[i], b, c]);
            }
        }

        return new BinaryScheme(narrow, [.. terms]);
    }

    /// <summary>Whether the terms add up to the tensor of the product, entry by entry.</summary>
    public bool IsExact()
    {
        // Row x of the sum: for each y the set of z, added up over the terms with x in the first factor.
        var rows = new ulong[Size.A * Size.B];
        for (var i = 0; i < Terms.Length; i += 3)
        {
            for (var x = 0; x < Size.A; x++)
            {
                for (var y = 0; y < Size.B && (Terms[i] >> x & 1) != 0; y++)
                {
                    rows[(x * Size.B) + y] ^= (Terms[i + 1] >> y & 1) != 0 ? Terms[i + 2] : 0;
                }
            }
        }

        return rows.Select((row, index) => row == Expected(index / Size.B, index % Size.B)).All(equal => equal);
    }

    private static ulong[] Unit(ProductSize size, int i, int j, int k) =>
        [1UL << ((i * size.M) + j), 1UL << ((j * size.P) + k), 1UL << ((k * size.N) + i)];

    // The inner factor, of so many rows and columns, where the outer one has a bit.
    private static ulong Blocks(ulong outer, int outerColumns, ulong inner, int rows, int columns)
    {
        var blocks = 0UL;
        for (; outer != 0; outer &= outer - 1)
        {
            var (row, column) = Math.DivRem(System.Numerics.BitOperations.TrailingZeroCount(outer), outerColumns);
            blocks |= MoveRows(inner, rows, columns, outerColumns * columns, ((row * rows * outerColumns) + column) * columns);
        }

        return blocks;
    }

    private static ulong Transpose(ulong factor, int rows, int columns)
    {
        var transposed = 0UL;
        for (var i = 0; i < rows * columns; i++)
        {
            transposed |= (factor >> i & 1) << ((i % columns * rows) + (i / columns));
        }

        return transposed;
    }

    private static ulong MoveRows(ulong factor, int rows, int columns, int newColumns, int shift)
    {
        var kept = (1UL << Math.Min(columns, newColumns)) - 1;
        var moved = 0UL;
        for (var row = 0; row < rows; row++)
        {
            moved |= ((factor >> (row * columns)) & kept) << ((row * newColumns) + shift);
        }

        return moved;
    }

    private IEnumerable<ulong> Widened(int columns, int shift) =>
        Terms.Select((factor, index) => (index % 3) switch
        {
            1 => MoveRows(factor, Size.M, Size.P, columns, shift),
            2 => factor << (shift * Size.N),
            _ => factor,
        });

    private ulong Expected(int x, int y) =>
        x % Size.M == y / Size.P ? 1UL << ((y % Size.P * Size.N) + (x / Size.M)) : 0;
}
