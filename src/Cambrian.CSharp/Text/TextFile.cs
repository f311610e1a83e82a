using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Text;

/// <summary>One file as text edits see it.</summary>
internal sealed partial class TextFile
{
    private readonly bool[] _code;

    /// <summary>A file.</summary>
    /// <param name="path">Path inside the artifact; its ending tells the language.</param>
    /// <param name="text">Its text.</param>
    /// <param name="blocks">Where it may change.</param>
    public TextFile(string path, string text, ImmutableArray<TextSpan> blocks)
    {
        (Path, Text, Blocks) = (path, text, blocks);
        Language = Language.Of(path);
        _code = CodeMask.Of(text, Language);
        Units = [.. blocks.SelectMany(block => LineUnits.Of(text, block, Language)).Select(unit => unit with { IsMovable = unit.IsMovable && IsOutsideOfStrings(unit.Span) })];
    }

    public string Path { get; }

    public string Text { get; }

    public ImmutableArray<TextSpan> Blocks { get; }

    public Language Language { get; }

    /// <summary>Lines with what belongs to them, in order; those inside others included.</summary>
    public ImmutableArray<LineUnit> Units { get; }

    /// <summary>The numbers in the code of the blocks.</summary>
    public IEnumerable<TextSpan> NumberSpans() => Matches(Number());

    /// <summary>What a pattern finds in the code of the blocks, neither comments nor strings.</summary>
    public IEnumerable<TextSpan> Matches(Regex pattern) =>
        from block in Blocks
        from Match match in pattern.Matches(Text, block.Start)
        let span = new TextSpan(match.Index, match.Length)
        where block.Contains(span) && IsCode(span)
        select span;

    /// <summary>The text of a span.</summary>
    public string this[TextSpan span] => Text.Substring(span.Start, span.Length);

    // Lines of a longer string or comment are no lines of the program, nor is the one that opens or closes it.
    private bool IsOutsideOfStrings(TextSpan lines) => (lines.Start == 0 || _code[lines.Start - 1]) && (lines.End == lines.Start || _code[lines.End - 1]);

    private bool IsCode(TextSpan span) => _code.AsSpan(span.Start, span.Length).IndexOf(value: false) < 0;

    // Not part of a name, nor of a member of something, nor of a range.
    [GeneratedRegex(@"(?<![\w.$@])[0-9][0-9_]*(\.[0-9][0-9_]*)?([eE][+-]?[0-9]+)?[A-Za-z0-9_]*(?![\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
