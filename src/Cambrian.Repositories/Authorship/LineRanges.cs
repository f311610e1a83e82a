using System.Globalization;

namespace Cambrian.Repositories.Authorship;

/// <summary>Ranges of lines as git-ai writes them: "1-4,9,12-14". Lines count from 1, both ends belong.</summary>
internal static class LineRanges
{
    /// <summary>As text.</summary>
    public static string Text(IEnumerable<(int First, int Last)> ranges) =>
        string.Join(',', ranges.Select(range => range.First == range.Last ? Number(range.First) : $"{Number(range.First)}-{Number(range.Last)}"));

    /// <summary>From text; null when it is none.</summary>
    public static IReadOnlyList<(int First, int Last)>? Parse(string text)
    {
        List<(int, int)> ranges = [];
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !TryNumber(ends[0], out var first) || !TryNumber(ends[^1], out var last) || first < 1 || last < first)
            {
                return null;
            }

            ranges.Add((first, last));
        }

        return ranges;
    }

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
