using System.Globalization;
using System.Text.RegularExpressions;
using Cambrian.Chips.Netlists;

namespace Cambrian.Chips.Formats;

/// <summary>The comments at the head of a placement, of which some are the only place where the canvas is described.</summary>
internal sealed partial class PlacementHeader(string file)
{
    private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);

    /// <summary>Takes one line; what it does not know it leaves alone.</summary>
    public void Read(string line, int number)
    {
        var prefix = line switch
        {
            _ when line.Contains("Routes per micron", StringComparison.Ordinal) => "Routes per micron, ",
            _ when line.Contains("Routes used by macros", StringComparison.Ordinal) => "Routes used by macros, ",
            _ => "",
        };
        foreach (var match in Entry().Matches(line).Cast<Match>())
        {
            var (key, text) = (prefix + match.Groups["key"].Value, match.Groups["value"].Value);
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value) || value < 0)
            {
                throw new ChipFormatException(file, number, $"'{key}' is '{text}'; expected a number from 0.");
            }

            _values.TryAdd(key, value);
        }
    }

    /// <summary>The canvas that was described.</summary>
    /// <exception cref="ChipFormatException">Something is missing.</exception>
    public Canvas Canvas() => new()
    {
        Width = Positive("Width"),
        Height = Positive("Height"),
        Columns = Count("Columns"),
        Rows = Count("Rows"),
        HorizontalRoutes = Positive("Routes per micron, hor"),
        VerticalRoutes = Positive("Routes per micron, ver"),
        HorizontalRoutesOfMacros = Value("Routes used by macros, hor"),
        VerticalRoutesOfMacros = Value("Routes used by macros, ver"),
        SmoothRange = (int)Math.Min(_values.GetValueOrDefault("Smoothing factor"), 1000),
    };

    private int Count(string key)
    {
        var count = Positive(key);
        return count <= 32_767 && count == Math.Floor(count)
            ? (int)count
            : throw new ChipFormatException(file, $"'{key}' in the header is {count}; expected a whole number from 1 to 32767.");
    }

    private double Positive(string key) => Value(key) is > 0 and var value ? value : throw new ChipFormatException(file, $"'{key}' in the header is 0; expected more.");

    private double Value(string key) =>
        _values.TryGetValue(key, out var value) ? value : throw new ChipFormatException(file, $"the header has no '{key}'; expected a comment line such as '# {key} : 24'.");

    [GeneratedRegex(@"(?<key>Columns|Rows|Width|Height|Smoothing factor|\bhor|\bver)\s*:\s*(?<value>[^\s,]+)")]
    private static partial Regex Entry();
}
