using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Cambrian.CSharp.Text.Edits;

/// <summary>Puts another operator or word of the same class in place of one: arithmetic, comparison, logic, min and max, truth values.</summary>
internal sealed partial class ReplaceToken : ITextEdit
{
    private static readonly string[][] Classes =
    [
        ["+", "-", "*", "/"], ["+=", "-=", "*="], ["<", "<=", ">", ">=", "==", "!="], ["&&", "||"], ["and", "or"], ["min", "max"], ["True", "False"], ["true", "false"], ["floor", "ceil", "round"], ["sin", "cos"], ["break", "continue"],
    ];

    private static readonly FrozenDictionary<string, string[]> Others = Classes
        .SelectMany(same => same.Select(token => KeyValuePair.Create(token, same.Where(other => other != token).ToArray())))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "replace-token";

    /// <inheritdoc/>
    public IReadOnlyList<TextChange>? Try(IReadOnlyList<TextFile> files, IReadOnlyList<TextFile> mate, Random random)
    {
        var tokens = files.SelectMany(file => file.Matches(Token()), (file, span) => (File: file, Span: span)).ToArray();
        if (tokens.Length == 0)
        {
            return null;
        }

        var (chosen, at) = tokens[random.Next(tokens.Length)];
        if (chosen[at] == "not ")
        {
            return [new TextChange(chosen.Path, at, "")];
        }

        var others = Others[chosen[at]];
        return [new TextChange(chosen.Path, at, others[random.Next(others.Length)])];
    }

    // Operators with space around them: one without may be a sign, a pointer, a generic's bracket.
    [GeneratedRegex(@"(?<=\s)(\+|-|\*|/|\+=|-=|\*=|<|<=|>|>=|==|!=|&&|\|\|)(?=\s)|\b(and|or|min|max|True|False|true|false|floor|ceil|round|sin|cos|break|continue)\b|\bnot (?=[\w(])(?<!(is|in) not )", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
