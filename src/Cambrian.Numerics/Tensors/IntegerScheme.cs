namespace Cambrian.Numerics.Tensors;

/// <summary>A way to multiply matrices over any ring: as <see cref="BinaryScheme"/>, with whole numbers for coefficients.</summary>
/// <param name="Size">Which product.</param>
/// <param name="Factors">Term after term, the coefficients of its three factors: n·m, m·p and p·n numbers.</param>
internal sealed record IntegerScheme(ProductSize Size, int[] Factors)
{
    /// <summary>How many multiplications.</summary>
    public int Rank => Factors.Length / Size.Width;

    /// <summary>The same coefficients, 0 and 1; over the whole numbers they add up to the tensor only modulo two.</summary>
    public static IntegerScheme FromBits(BinaryScheme scheme)
    {
        var size = scheme.Size;
        var factors = new int[scheme.Rank * size.Width];
        for (var term = 0; term < scheme.Rank; term++)
        {
            var at = term * size.Width;
            Spread(scheme.Terms[3 * term], factors.AsSpan(at, size.A));
            Spread(scheme.Terms[(3 * term) + 1], factors.AsSpan(at + size.A, size.B));
            Spread(scheme.Terms[(3 * term) + 2], factors.AsSpan(at + size.A + size.B, size.C));
        }

        return new IntegerScheme(size, factors);
    }

    /// <summary>Modulo two; terms that become zero are left out.</summary>
    public BinaryScheme ToBits()
    {
        var terms = new List<ulong>(3 * Rank);
        for (var at = 0; at < Factors.Length; at += Size.Width)
        {
            ulong[] term = [Odd(at, Size.A), Odd(at + Size.A, Size.B), Odd(at + Size.A + Size.B, Size.C)];
            terms.AddRange(term.Contains(0UL) ? [] : term);
        }

        return new BinaryScheme(Size, [.. terms]);
    }

    /// <summary>What the terms add up to, less the tensor of the product: entry (x, y, z) is number (x·m·p + y)·p·n + z. Wraps around beyond 64 bits.</summary>
    public long[] Excess()
    {
        var excess = new long[Size.A * Size.B * Size.C];
        for (var at = 0; at < Factors.Length; at += Size.Width)
        {
            AddTerm(Factors.AsSpan(at, Size.Width), excess);
        }

        for (var i = 0; i < Size.Naive; i++)
        {
            var (row, middle, column) = (i / (Size.M * Size.P), i / Size.P % Size.M, i % Size.P);
            excess[((((row * Size.M) + middle) * Size.B) + (middle * Size.P) + column) * Size.C + (column * Size.N) + row]--;
        }

        return excess;
    }

    /// <summary>Whether the terms add up to the tensor of the product.</summary>
    public bool IsExact() => Excess().All(entry => entry == 0);

    private static void Spread(ulong bits, Span<int> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (int)(bits >> i & 1);
        }
    }

    private ulong Odd(int at, int count)
    {
        var bits = 0UL;
        for (var i = 0; i < count; i++)
        {
            bits |= (ulong)(Factors[at + i] & 1) << i;
        }

        return bits;
    }

    private void AddTerm(ReadOnlySpan<int> term, long[] sum)
    {
        var a = term[..Size.A];
        var b = term.Slice(Size.A, Size.B);
        var c = term[(Size.A + Size.B)..];
        for (var xy = 0; xy < Size.A * Size.B; xy++)
        {
            var product = (long)a[xy / Size.B] * b[xy % Size.B];
            for (var z = 0; z < c.Length && product != 0; z++)
            {
                sum[(xy * Size.C) + z] += product * c[z];
            }
        }
    }
}
