using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source;

/// <summary>An expression with a value.</summary>
/// <param name="Node">The expression.</param>
/// <param name="Type">The type of its value, comparable between programs.</param>
/// <param name="Constant">Its value when the compiler knows it.</param>
/// <param name="IsPure">Whether it neither assigns nor declares anything: it may be dropped, moved or repeated.</param>
/// <param name="IsReplaceable">Whether any other expression of the same type may stand in its place.</param>
internal sealed record ExpressionSite(ExpressionSyntax Node, string Type, object? Constant, bool IsPure, bool IsReplaceable)
{
    /// <summary>Whether its value is a number that arithmetic is done with.</summary>
    public bool IsNumeric => TypeNames.IsNumeric(Type);
}
