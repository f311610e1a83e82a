namespace Cambrian.Numerics.Tensors;

/// <summary>
/// Which factors are equal, kept up to date as factors change, in constant time. Entries with equal keys form a ring; a hash
/// table leads from a key to one entry of its ring; entries that are not alone in their ring are listed, to be drawn from.
/// </summary>
internal sealed class EqualFactors
{
    private readonly ulong[] _keys;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly int[] _place;
    private readonly int[] _shared;
    private readonly int[] _table;
    private readonly int _shift;

    /// <param name="entries">How many entries there can be.</param>
    public EqualFactors(int entries)
    {
        (_keys, _next, _previous, _place, _shared) = (new ulong[entries], new int[entries], new int[entries], new int[entries], new int[entries]);
        // Four slots an entry or more keep the chains short.
        var bits = 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)(4 * entries));
        (_table, _shift) = (new int[1 << bits], 64 - bits);
        _table.AsSpan().Fill(-1);
    }

    /// <summary>How many entries are equal to another.</summary>
    public int SharedCount { get; private set; }

    /// <summary>The key of an entry; 0 when it is empty.</summary>
    public ulong this[int entry] => _keys[entry];

    /// <summary>An entry that is equal to another.</summary>
    /// <param name="index">0 to <see cref="SharedCount"/> − 1.</param>
    public int Shared(int index) => _shared[index];

    /// <summary>The next entry of the ring; the entry itself when it is alone.</summary>
    public int Next(int entry) => _next[entry];

    /// <summary>The entry of the ring that comes before.</summary>
    public int Previous(int entry) => _previous[entry];

    /// <summary>Changes the key of an entry; 0 empties it.</summary>
    public void Set(int entry, ulong key)
    {
        if (_keys[entry] != 0)
        {
            Unlink(entry);
        }

        _keys[entry] = key;
        if (key != 0)
        {
            Link(entry, key);
        }
    }

    private int Home(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> _shift);

    private void Link(int entry, ulong key)
    {
        var table = _table;
        var slot = Home(key);
        while (table[slot] >= 0)
        {
            var other = table[slot];
            if (_keys[other] == key)
            {
                Join(entry, other);
                return;
            }

            slot = (slot + 1) & (table.Length - 1);
        }

        table[slot] = entry;
        (_next[entry], _previous[entry]) = (entry, entry);
    }

    private void Join(int entry, int other)
    {
        var next = _next[other];
        (_next[other], _previous[entry], _next[entry], _previous[next]) = (entry, other, next, entry);
        if (next == other)
        {
            List(other);
        }

        List(entry);
    }

    private void Unlink(int entry)
    {
        var (next, previous) = (_next[entry], _previous[entry]);
        var slot = Home(_keys[entry]);
        while (_keys[_table[slot]] != _keys[entry])
        {
            slot = (slot + 1) & (_table.Length - 1);
        }

        if (next == entry)
        {
            Vacate(slot);
            return;
        }

        _table[slot] = next;
        (_next[previous], _previous[next]) = (next, previous);
        Unlist(entry);
        if (next == previous)
        {
            Unlist(next);
        }
    }

    // Linear probing without tombstones: what was pushed past this slot moves back.
    private void Vacate(int slot)
    {
        var mask = _table.Length - 1;
        for (var i = (slot + 1) & mask; _table[i] >= 0; i = (i + 1) & mask)
        {
            var home = Home(_keys[_table[i]]);
            if (((i - home) & mask) >= ((i - slot) & mask))
            {
                _table[slot] = _table[i];
                slot = i;
            }
        }

        _table[slot] = -1;
    }

    private void List(int entry)
    {
        _place[entry] = SharedCount;
        _shared[SharedCount++] = entry;
    }

    private void Unlist(int entry)
    {
        var last = _shared[--SharedCount];
        _shared[_place[entry]] = last;
        _place[last] = _place[entry];
    }
}
