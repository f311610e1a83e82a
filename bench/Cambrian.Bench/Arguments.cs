using System.Globalization;

namespace Cambrian.Bench;

/// <summary>The options of a benchmark: pairs of a name with two dashes and a value.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> _values = [];
    private readonly HashSet<string> _asked = [];

    /// <summary>Reads options.</summary>
    /// <exception cref="ArgumentException">Something is no pair of a name with dashes and a value.</exception>
    public Arguments(IReadOnlyList<string> words)
    {
        for (var index = 0; index < words.Count; index += 2)
        {
            if (!words[index].StartsWith("--", StringComparison.Ordinal) || index + 1 == words.Count)
            {
                throw new ArgumentException($"'{words[index]}' was given; expected options in pairs, such as --repeats 5.", nameof(words));
            }

            _values[words[index][2..]] = words[index + 1];
        }
    }

    /// <summary>A text option.</summary>
    public string? Text(string name)
    {
        _asked.Add(name);
        return _values.GetValueOrDefault(name);
    }

    /// <summary>A whole number.</summary>
    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Whole numbers, separated by commas.</summary>
    public IReadOnlyList<int> Numbers(string name, params IReadOnlyList<int> otherwise) =>
        Text(name) is { } text ? [.. text.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))] : otherwise;

    /// <summary>Complains of options that nobody asked for.</summary>
    /// <exception cref="ArgumentException">There are some.</exception>
    public void RequireAllKnown()
    {
        if (_values.Keys.Except(_asked).ToList() is { Count: > 0 } unknown)
        {
            throw new ArgumentException($"Unknown option --{unknown[0]}; this benchmark has: {string.Join(", ", _asked.Select(name => "--" + name))}.", unknown[0]);
        }
    }
}
