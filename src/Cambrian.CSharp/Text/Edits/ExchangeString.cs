using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Text.Edits;

/// <summary>Puts another quoted word of the file in place of one: a program that is a choice among names often lists them, if only in its comments.</summary>
internal sealed partial class ExchangeString : ITextEdit
{
    /// <summary>With fewer there is nothing to choose.</summary>
    public const int FewestWords = 3;

    /// <inheritdoc/>
    public string Name => "exchange-string";

    /// <summary>Different quoted words of a text.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Quoted().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IReadOnlyList<TextChange>? Try(IReadOnlyList<TextFile> files, IReadOnlyList<TextFile> mate, Random random)
    {
        var file = files[random.Next(files.Count)];
        var places = file.Blocks.SelectMany(block => Quoted().Matches(file[block]).Select(match => new TextSpan(block.Start + match.Index, match.Length))).Where(span => IsUsed(file, span)).ToArray();
        var words = Words(file.Text);
        if (places.Length == 0 || words.Count < FewestWords)
        {
            return null;
        }

        var (place, word) = (places[random.Next(places.Length)], words[random.Next(words.Count)]);
        return word == file[place] ? null : [new TextChange(file.Path, place, word)];
    }

    // What stands in a description, or behind a comment's sign on its line, changes nothing.
    private static bool IsUsed(TextFile file, TextSpan span)
    {
        if (!file.Units.Any(unit => unit.IsMovable && unit.Span.Contains(span)))
        {
            return false;
        }

        var line = file.Text.AsSpan(0, span.Start);
        line = line[(line.LastIndexOf('\n') + 1)..];
        foreach (var comment in file.Language.LineComments)
        {
            if (line.Contains(comment, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"(?<!['\w])'[\w.+ -]{1,40}'(?!['\w])|(?<![""\w])""[\w.+ -]{1,40}""(?![""\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
