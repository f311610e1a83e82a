using System.Numerics;

namespace Cambrian.Numerics.Combinatorics;

/// <summary>
/// Which sequences of zeros and ones a comparator network can still put out, as a set of numbers with one bit per channel. A
/// network sorts every input if and only if it sorts these (Knuth 1998, The Art of Computer Programming 3, §5.3.4, theorem Z).
/// </summary>
internal sealed class Outputs
{
    private readonly int _channels;
    private readonly ulong[] _bits;

    /// <summary>Before the first comparator: all sequences.</summary>
    /// <param name="channels">2 to 16.</param>
    public Outputs(int channels)
    {
        _channels = channels;
        _bits = new ulong[Math.Max(1, (1 << channels) / 64)];
        Array.Fill(_bits, channels < 6 ? (1UL << (1 << channels)) - 1 : ulong.MaxValue);
    }

    private Outputs(Outputs other) => (_channels, _bits) = (other._channels, [.. other._bits]);

    /// <summary>How many sequences; a sorting network leaves one for each number of ones.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _bits)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public bool Sorted => Count == _channels + 1;

    /// <summary>Operations of one comparator.</summary>
    public long Cost => 8L * _bits.Length;

    public Outputs Copy() => new(this);

    /// <summary>Equal sets have equal fingerprints, different ones hardly ever.</summary>
    public ulong Fingerprint()
    {
        var hash = 14695981039346656037UL;
        foreach (var word in _bits)
        {
            hash = (hash ^ word) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 29;
        }

        return hash;
    }

    public void Set(Outputs other) => other._bits.CopyTo(_bits, 0);

    /// <summary>Puts the smaller of two channels on the first. The first's bit is the lower one, ones go up.</summary>
    /// <returns>Whether any sequence changes.</returns>
    public bool Compare(int low, int high)
    {
        var distance = (1 << high) - (1 << low);
        var changed = false;
        // A sequence only moves to a greater number, and not one that moves itself: from the top, each word is final when read.
        for (var word = _bits.Length - 1; word >= 0; word--)
        {
            var moving = _bits[word] & Moving(word, low, high);
            if (moving == 0)
            {
                continue;
            }

            changed = true;
            _bits[word] &= ~moving;
            var (words, shift) = (distance >> 6, distance & 63);
            _bits[word + words] |= moving << shift;
            if (shift > 0 && word + words + 1 < _bits.Length)
            {
                _bits[word + words + 1] |= moving >> (64 - shift);
            }
        }

        return changed;
    }

    // The numbers of a word whose low bit is one and whose high bit is zero.
    private static ulong Moving(int word, int low, int high) => Holding(word, low) & ~Holding(word, high);

    private static ulong Holding(int word, int channel) => channel switch
    {
        0 => 0xAAAAAAAAAAAAAAAA,
        1 => 0xCCCCCCCCCCCCCCCC,
        2 => 0xF0F0F0F0F0F0F0F0,
        3 => 0xFF00FF00FF00FF00,
        4 => 0xFFFF0000FFFF0000,
        5 => 0xFFFFFFFF00000000,
        _ => (word >> (channel - 6) & 1) == 1 ? ulong.MaxValue : 0,
    };
}
