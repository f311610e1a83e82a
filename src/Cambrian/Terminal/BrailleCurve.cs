namespace Cambrian.Terminal;

/// <summary>Draws a curve in braille characters: two dots across and four down per character.</summary>
internal static class BrailleCurve
{
    private const char Blank = '\u2800';

    // Unicode 16, chapter 21.1: bit of each dot, by column and by row from the bottom.
    private static readonly byte[] LeftBits = [0x40, 0x04, 0x02, 0x01];
    private static readonly byte[] RightBits = [0x80, 0x20, 0x10, 0x08];

    /// <summary>Draws values as a connected curve, the greatest at the top.</summary>
    /// <param name="values">Two per character of width; those that are not finite are left out.</param>
    /// <param name="rows">Height in characters, at least 1.</param>
    /// <returns>One line per row, from the top.</returns>
    public static IReadOnlyList<string> Draw(ReadOnlySpan<double> values, int rows)
    {
        var columns = (values.Length + 1) / 2;
        var lines = Enumerable.Range(0, rows).Select(_ => new char[columns]).ToArray();
        foreach (var line in lines)
        {
            Array.Fill(line, Blank);
        }

        var (low, high) = Range(values);
        int? previous = null;
        for (var x = 0; x < values.Length; x++)
        {
            if (!double.IsFinite(values[x]))
            {
                continue;
            }

            var height = high > low ? (int)Math.Round((values[x] - low) / (high - low) * ((4 * rows) - 1)) : 0;
            var from = Math.Min(previous ?? height, height);
            for (var y = from; y <= Math.Max(previous ?? height, height); y++)
            {
                lines[rows - 1 - (y / 4)][x / 2] |= (char)(x % 2 == 0 ? LeftBits : RightBits)[y % 4];
            }

            previous = height;
        }

        return [.. lines.Select(line => new string(line))];
    }

    private static (double Low, double High) Range(ReadOnlySpan<double> values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }
        }

        return (low, high);
    }
}
