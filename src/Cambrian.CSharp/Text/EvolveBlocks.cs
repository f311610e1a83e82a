using System.Collections.Immutable;
using System.Text;
using Cambrian.Core;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Text;

/// <summary>
/// Where an artifact may change: between a line with EVOLVE-BLOCK-START and the next line with EVOLVE-BLOCK-END, the two
/// lines themselves excluded. An artifact without any marker may change everywhere; in one with markers, files without are fixed.
/// </summary>
public static class EvolveBlocks
{
    /// <summary>Opens a block, inside a comment of whatever language.</summary>
    public const string StartMarker = "EVOLVE-BLOCK-START";

    /// <summary>Closes a block.</summary>
    public const string EndMarker = "EVOLVE-BLOCK-END";

    /// <summary>The blocks of every file that has one, in characters; empty blocks are left out.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<TextSpan>> Of(Artifact artifact)
    {
        var marked = artifact.Files.Values.Any(HasMarkers);
        return artifact.Files
            .Select(file => KeyValuePair.Create(file.Key, marked ? Marked(file.Value) : [new TextSpan(0, file.Value.Length)]))
            .Where(file => !file.Value.IsEmpty)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>The blocks of one text; all of it when it has no markers. A block that is never closed reaches to the end.</summary>
    public static ImmutableArray<TextSpan> Of(string text) => HasMarkers(text) ? Marked(text) : [new TextSpan(0, text.Length)];

    /// <summary>Whether a text has a marker that opens a block.</summary>
    public static bool HasMarkers(string text) => text.Contains(StartMarker, StringComparison.Ordinal);

    /// <summary>What is wrong with the markers of a text, for the person who wrote them; null when nothing is.</summary>
    public static string? Fault(string text)
    {
        var (line, opened) = (0, 0);
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            var (starts, ends) = (content.Contains(StartMarker, StringComparison.Ordinal), content.Contains(EndMarker, StringComparison.Ordinal));
            if (starts && (ends || opened > 0))
            {
                return ends ? $"line {line} has both markers; put each on a line of its own." : $"line {line} opens a block inside the one of line {opened}; close that first.";
            }

            if (ends && opened == 0)
            {
                return $"line {line} closes a block that was not opened; put {StartMarker} before it.";
            }

            opened = starts ? line : ends ? 0 : opened;
        }

        return opened > 0 ? $"the block of line {opened} is never closed; put {EndMarker} after it." : null;
    }

    /// <summary>Where a child differs from what it descends from and may not: a file more or less, or text outside the blocks; null when nowhere.</summary>
    public static string? Trespass(Artifact origin, Artifact child)
    {
        if (child.Files.Keys.Except(origin.Files.Keys, StringComparer.Ordinal).FirstOrDefault() is { } added)
        {
            return $"the file '{added}' was added";
        }

        if (origin.Files.Keys.Except(child.Files.Keys, StringComparer.Ordinal).FirstOrDefault() is { } removed)
        {
            return $"the file '{removed}' was removed";
        }

        var marked = origin.Files.Values.Any(HasMarkers);
        return marked && origin.Files.FirstOrDefault(file => Fixed(file.Value) != Fixed(child.Files[file.Key])) is { Key: { } changed }
            ? $"'{changed}' was changed outside its evolve blocks"
            : null;
    }

    private static string Fixed(string text)
    {
        var (rest, from) = (new StringBuilder(), 0);
        foreach (var block in HasMarkers(text) ? Of(text) : [])
        {
            rest.Append(text, from, block.Start - from);
            from = block.End;
        }

        return rest.Append(text, from, text.Length - from).ToString();
    }

    private static ImmutableArray<TextSpan> Marked(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<TextSpan>();
        for (var from = 0; text.IndexOf(StartMarker, from, StringComparison.Ordinal) is >= 0 and var marker;)
        {
            var start = AfterLine(text, marker);
            var closing = text.IndexOf(EndMarker, marker, StringComparison.Ordinal);
            var end = closing < 0 ? text.Length : Math.Max(start, StartOfLine(text, closing));
            if (end > start)
            {
                blocks.Add(TextSpan.FromBounds(start, end));
            }

            from = closing < 0 ? text.Length : closing + EndMarker.Length;
        }

        return blocks.ToImmutable();
    }

    private static int AfterLine(string text, int position) =>
        text.IndexOf('\n', position) is >= 0 and var newline ? newline + 1 : text.Length;

    private static int StartOfLine(string text, int position) => position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;
}
