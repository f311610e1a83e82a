using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source;

/// <summary>A replacement of text.</summary>
/// <param name="Tree">In which file.</param>
/// <param name="Span">What goes; empty for an insertion.</param>
/// <param name="Text">What comes.</param>
internal sealed record SourceChange(SyntaxTree Tree, TextSpan Span, string Text)
{
    /// <summary>Replaces one node, what surrounds it left as it is.</summary>
    public static SourceChange Replace(SyntaxNode node, string text) => new(node.SyntaxTree, node.Span, text);
}
