using System.Numerics;
using System.Runtime.InteropServices;

namespace Cambrian.Numerics.Tensors;

/// <summary>
/// Linear equations over the field of two elements, solved by elimination: the left sides are given column by column, once, and any
/// number of right sides after that.
/// </summary>
/// <param name="equations">How many equations: bits of a column.</param>
/// <param name="unknowns">How many columns there will be at most.</param>
internal sealed class BinaryBasis(int equations, int unknowns)
{
    private readonly int _words = (equations + 63) / 64;

    // A row holds a reduced column, and behind it the set of columns that it is the sum of.
    private readonly int _width = ((equations + 63) / 64) + ((unknowns + 63) / 64);
    private readonly ulong[]?[] _rows = new ulong[equations][];
    private int _columns;

    /// <summary>Operations spent since the beginning, one for each word of 64 bits.</summary>
    public long Cost { get; private set; }

    /// <summary>Takes the next column.</summary>
    /// <param name="column">A bit for each equation.</param>
    public void Add(ReadOnlySpan<ulong> column)
    {
        var row = new ulong[_width];
        column.CopyTo(row);
        row[_words + (_columns / 64)] |= 1UL << (_columns % 64);
        _columns++;
        if (Reduce(row) is var lead && lead >= 0)
        {
            _rows[lead] = row;
        }
    }

    /// <summary>A set of columns that adds up to a right side; null when there is none.</summary>
    /// <param name="rightSide">A bit for each equation.</param>
    /// <returns>A bit for each column.</returns>
    public ulong[]? Solve(ReadOnlySpan<ulong> rightSide)
    {
        var row = new ulong[_width];
        rightSide.CopyTo(row);
        return Reduce(row) < 0 ? row[_words..] : null;
    }

    // Adds rows until the first bit left is one that no row begins with, and returns it; −1 when no bit is left.
    private int Reduce(ulong[] row)
    {
        for (var word = 0; word < _words; word++)
        {
            while (row[word] != 0)
            {
                var lead = (64 * word) + BitOperations.TrailingZeroCount(row[word]);
                if (_rows[lead] is not { } other)
                {
                    return lead;
                }

                Toggle(row.AsSpan(word), other.AsSpan(word));
                Cost += _width - word;
            }
        }

        return -1;
    }

    private static void Toggle(Span<ulong> row, ReadOnlySpan<ulong> other)
    {
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(row);
        var wideOther = MemoryMarshal.Cast<ulong, Vector<ulong>>(other);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] ^= wideOther[i];
        }

        for (var i = wide.Length * Vector<ulong>.Count; i < row.Length; i++)
        {
            row[i] ^= other[i];
        }
    }
}
