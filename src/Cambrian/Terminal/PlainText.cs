using System.Text;

namespace Cambrian.Terminal;

/// <summary>Makes foreign text safe to print: candidates, feedback and file names may hold anything.</summary>
internal static class PlainText
{
    /// <summary>The text without control characters (tabs become spaces), so that it cannot steer a terminal; line breaks are kept.</summary>
    public static string Printable(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(rune.Value switch
            {
                '\n' => "\n",
                '\r' => "",
                '\t' => "    ",
                _ => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
                    ? "\uFFFD"
                    : rune.ToString(),
            });
        }

        return safe.ToString();
    }

    /// <summary>The first line of a text, made safe and cut to a length.</summary>
    public static string Line(string text, int length = 100)
    {
        var line = Printable(text.Trim()).Split('\n')[0].TrimEnd();
        return line.Length <= length ? line : line[..(length - 1)] + "…";
    }
}
