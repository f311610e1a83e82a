using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source;

/// <summary>One C# file of a program: its tree, its meaning, and where it may change.</summary>
/// <param name="Path">Path inside the artifact.</param>
/// <param name="Text">Its text.</param>
/// <param name="Root">Its syntax tree's root.</param>
/// <param name="Model">The compiler's understanding of it.</param>
/// <param name="Blocks">Where it may change.</param>
internal sealed record SourceFile(string Path, string Text, SyntaxNode Root, SemanticModel Model, ImmutableArray<TextSpan> Blocks)
{
    /// <summary>Whether all of a span may change.</summary>
    public bool MayChange(TextSpan span) => Blocks.Any(block => block.Contains(span));
}
