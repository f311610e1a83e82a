using System.Text;

namespace Cambrian.Chips.Formats;

/// <summary>Numbers names in the order they are first seen, defined or only referred to; makes one string per name however often it occurs.</summary>
internal sealed class Symbols
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private char[] _characters = new char[256];

    public Symbols() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All names, by number.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The number of a name.</summary>
    /// <param name="utf8">The name.</param>
    public int Of(ReadOnlySpan<byte> utf8)
    {
        if (_characters.Length < utf8.Length)
        {
            _characters = new char[2 * utf8.Length];
        }

        var name = _characters.AsSpan(0, Encoding.UTF8.GetChars(utf8, _characters));
        if (!_lookup.TryGetValue(name, out var number))
        {
            number = Names.Count;
            Names.Add(name.ToString());
            _numbers.Add(Names[number], number);
        }

        return number;
    }

    /// <summary>The number of a name, or -1 when it was never seen.</summary>
    public int Find(string name) => _numbers.GetValueOrDefault(name, -1);
}
