using System.Collections.Immutable;
using System.Text;
using Cambrian.Core;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Text;

/// <summary>A replacement of text in a file.</summary>
/// <param name="Path">Which file.</param>
/// <param name="Span">What goes; empty for an insertion.</param>
/// <param name="Text">What comes.</param>
internal sealed record TextChange(string Path, TextSpan Span, string Text)
{
    /// <summary>An artifact with changes made to it.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <param name="blocks">Where it may change.</param>
    /// <param name="changes">In any order.</param>
    /// <returns>Null when two changes overlap, one reaches out of its block, or nothing is different in the end.</returns>
    public static Artifact? Apply(Artifact artifact, ImmutableSortedDictionary<string, ImmutableArray<TextSpan>> blocks, IEnumerable<TextChange> changes)
    {
        var child = artifact;
        foreach (var inFile in changes.GroupBy(change => change.Path, StringComparer.Ordinal))
        {
            if (Apply(artifact.Files[inFile.Key], blocks.GetValueOrDefault(inFile.Key, []), inFile.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length)) is not { } text)
            {
                return null;
            }

            child = child.With(inFile.Key, text);
        }

        return child.Equals(artifact) ? null : child;
    }

    private static string? Apply(string old, ImmutableArray<TextSpan> blocks, IEnumerable<TextChange> changes)
    {
        var text = new StringBuilder();
        var from = 0;
        foreach (var change in changes)
        {
            var opensBlock = change.Text.Contains(EvolveBlocks.StartMarker, StringComparison.Ordinal) || change.Text.Contains(EvolveBlocks.EndMarker, StringComparison.Ordinal);
            if (change.Span.Start < from || opensBlock || !blocks.Any(block => block.Contains(change.Span)))
            {
                return null;
            }

            text.Append(old, from, change.Span.Start - from).Append(change.Text);
            from = change.Span.End;
        }

        return text.Append(old, from, old.Length - from).ToString();
    }
}
