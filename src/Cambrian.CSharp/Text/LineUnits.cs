using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Text;

/// <summary>Finds the units that line edits work with, by indentation: the one structure that nearly all code shows.</summary>
internal static partial class LineUnits
{
    /// <summary>The units of a block, outer ones before what is in them.</summary>
    public static IEnumerable<LineUnit> Of(string text, TextSpan block, Language language)
    {
        var lines = Lines(text, block);
        for (var first = 0; first < lines.Count; first++)
        {
            var line = lines[first];
            if (line.Content.Length == 0 || Closes().IsMatch(line.Content) || language.LineComments.Any(comment => line.Content.StartsWith(comment, StringComparison.Ordinal)))
            {
                continue;
            }

            var last = Last(lines, first);
            yield return new LineUnit(TextSpan.FromBounds(line.Start, lines[last].End), line.Indentation, line.Content, IsOnlyChild(lines, first, last, language))
            {
                IsMovable = !Declares().IsMatch(line.Content) && !Continues().IsMatch(line.Content) && lines[last].End > line.Start && IsBalanced(text, line.Start, lines[last].End),
            };
        }
    }

    private static List<Line> Lines(string text, TextSpan block)
    {
        var lines = new List<Line>();
        for (var start = block.Start; start < block.End;)
        {
            var newline = text.IndexOf('\n', start, block.End - start);
            var end = newline < 0 ? block.End : newline + 1;
            var content = text.AsSpan(start, end - start).TrimEnd();
            var indentation = content.Length - content.TrimStart().Length;
            lines.Add(new Line(start, end, content[..indentation].ToString(), content[indentation..].ToString()));
            start = end;
        }

        return lines;
    }

    private static int Last(List<Line> lines, int first)
    {
        var depth = lines[first].Indentation.Length;
        var last = first;
        for (var at = first + 1; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Content.Length == 0)
            {
                continue;
            }

            var belongs = line.Indentation.Length > depth || (line.Indentation.Length == depth && (Closes().IsMatch(line.Content) || Continues().IsMatch(line.Content)));
            if (!belongs)
            {
                break;
            }

            last = at;
        }

        return last;
    }

    // Python: a suite of which this is all.
    private static bool IsOnlyChild(List<Line> lines, int first, int last, Language language)
    {
        if (!language.IsIndented)
        {
            return false;
        }

        var before = lines.Take(first).LastOrDefault(line => line.Content.Length > 0);
        var after = lines.Skip(last + 1).FirstOrDefault(line => line.Content.Length > 0);
        var opens = before is null || before.Content.EndsWith(':');
        return opens && (after is null || after.Indentation.Length < lines[first].Indentation.Length);
    }

    private static bool IsBalanced(string text, int start, int end)
    {
        var depth = 0;
        foreach (var character in text.AsSpan(start, end - start))
        {
            depth += character switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }

    [GeneratedRegex(@"^([\])}]|end\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Closes();

    [GeneratedRegex(@"^(}\s*)?(else|elif|elsif|elseif|except|catch|finally|case|default|when)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Continues();

    [GeneratedRegex(@"^(pub\b|def\b|class\b|fn\b|function\b|func\b|struct\b|enum\b|impl\b|trait\b|interface\b|module\b|namespace\b|package\b|import\b|from\b|use\b|using\b|export\b|public\b|private\b|static\b|@|#)", RegexOptions.CultureInvariant)]
    private static partial Regex Declares();

    private sealed record Line(int Start, int End, string Indentation, string Content);
}
