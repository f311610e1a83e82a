using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Text.Edits.Arrays;

/// <summary>What can be told of arrays in a Python file without knowing Python: where NumPy makes one, and where it could be changed.</summary>
internal static partial class NumPy
{
    /// <summary>Whether a program uses NumPy.</summary>
    public static bool IsUsedIn(IEnumerable<string> texts) => texts.Any(text => Import().IsMatch(text));

    /// <summary>What a file calls NumPy; null when it does not import it.</summary>
    public static string? Name(TextFile file) => Import().Match(file.Text) is { Success: true } import ? import.Groups["name"] is { Success: true } name ? name.Value : "numpy" : null;

    /// <summary>A variable that NumPy made, and a line after that, of the same body, before which it could be changed; by chance, null when there is none.</summary>
    public static (string Variable, LineUnit Before)? Place(TextFile file, Random random)
    {
        if (Name(file) is not { } numpy)
        {
            return null;
        }

        var made = file.Units.Where(unit => unit.IsMovable && Assignment().Match(unit.Head) is { Success: true } match && match.Groups["maker"].Value == numpy).ToArray();
        if (Places.Any(made, random) is not { } chosen)
        {
            return null;
        }

        var after = file.Units.Where(unit => unit.Span.Start >= chosen.Span.End)
            .TakeWhile(unit => unit.Indentation.Length >= chosen.Indentation.Length)
            .Where(unit => unit.IsMovable && unit.Indentation == chosen.Indentation).ToArray();
        return Places.Any(after, random) is { } before ? (Assignment().Match(chosen.Head).Groups["variable"].Value, before) : null;
    }

    /// <summary>The calls that make an array of equal numbers, with the text of what stands for its shape.</summary>
    public static IEnumerable<(TextSpan Span, string Shape)> Constants(TextFile file)
    {
        foreach (var head in Name(file) is { } numpy ? file.Matches(new Regex($@"\b{numpy}\.(zeros|ones|empty)\(", RegexOptions.CultureInvariant)) : [])
        {
            if (Shape(file.Text, head.End) is { } shape)
            {
                yield return (TextSpan.FromBounds(head.Start, shape.Close), shape.Text);
            }
        }
    }

    // The first argument, up to a comma or bracket that is not inside another one.
    private static (string Text, int Close)? Shape(string text, int start)
    {
        var (depth, end) = (0, -1);
        for (var at = start; at < text.Length; at++)
        {
            depth += text[at] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            end = end < 0 && ((depth == 0 && text[at] == ',') || depth < 0) ? at : end;
            if (depth < 0)
            {
                return end > start ? (text[start..end], at + 1) : null;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^[ \t]*import[ \t]+numpy([ \t]+as[ \t]+(?<name>\w+))?[ \t]*\r?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"^(?<variable>\w+)\s*=\s*\(?[^=\w]*(?<maker>\w+)\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();
}
