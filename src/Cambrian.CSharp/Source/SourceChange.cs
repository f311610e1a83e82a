using System.Collections.Immutable;
using Cambrian.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TextChange = Cambrian.CSharp.Text.TextChange;

namespace Cambrian.CSharp.Source;

/// <summary>A replacement of text.</summary>
/// <param name="Tree">In which file.</param>
/// <param name="Span">What goes; empty for an insertion.</param>
/// <param name="Text">What comes.</param>
internal sealed record SourceChange(SyntaxTree Tree, TextSpan Span, string Text)
{
    /// <summary>Which of its edit's kinds it is; empty where the edit has only one.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Replaces one node, what surrounds it left as it is.</summary>
    public static SourceChange Replace(SyntaxNode node, string text) => new(node.SyntaxTree, node.Span, text);

    /// <summary>A program's artifact with changes made to it.</summary>
    /// <param name="program">The program.</param>
    /// <param name="changes">In any order.</param>
    /// <param name="places">Where it may change, by file.</param>
    /// <param name="longest">Characters a child may have, or as many as the program has.</param>
    /// <returns>Null when a change reaches out of its place, nothing is different in the end, or the child is too long.</returns>
    public static Artifact? Apply(
        SourceProgram program, IReadOnlyList<SourceChange> changes, ImmutableSortedDictionary<string, ImmutableArray<TextSpan>> places, int longest)
    {
        var inFiles = changes.Select(change => new TextChange(program.FileOf(change.Tree).Path, change.Span, change.Text));
        return TextChange.Apply(program.Artifact, places, inFiles) is { } child && child.Length <= Math.Max(longest, program.Artifact.Length) ? child : null;
    }
}
