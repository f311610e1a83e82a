using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Factoring;

/// <summary>A literal or a local variable inside an expression: what a parameter can stand for.</summary>
/// <param name="Node">The literal or the name.</param>
/// <param name="Variable">What the name means; null for a literal.</param>
internal sealed record Leaf(ExpressionSyntax Node, Variable? Variable)
{
    /// <summary>What tells it from other leaves of its expression.</summary>
    public object Identity => (object?)Variable ?? Node.ToString();
}
