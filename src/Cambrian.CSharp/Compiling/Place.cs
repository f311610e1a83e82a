using Microsoft.CodeAnalysis;

namespace Cambrian.CSharp.Compiling;

/// <summary>Where something is, as a person reads it.</summary>
internal static class Place
{
    /// <summary>"file:line", the line from 1. The real line: a #line directive does not move it.</summary>
    internal static string Of(SyntaxNode node) => Of(node.GetLocation());

    /// <summary>"file:line", or the empty text for what is in no file.</summary>
    internal static string Of(Location location) =>
        location.IsInSource ? $"{location.SourceTree.FilePath}:{location.GetLineSpan().StartLinePosition.Line + 1}" : "";
}
