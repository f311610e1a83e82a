using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Factoring;

/// <summary>Tells whether a copy of a value, made before an expression is computed, is as good as the value where it was.</summary>
internal static class Steadiness
{
    /// <summary>Whether a local surely has a value, and nothing that an expression without assignments may call can change it.</summary>
    internal static bool IsSteady(Use use)
    {
        var variable = use.Variable;
        return variable is { IsFunction: false, IsAssigned: true, IsCapturable: true, TypeSymbol: { } type }
            && !variable.Uses.Exists(other => other.IsWrite && (IsCaptured(other) || IsCaptured(use)))
            && !IsChangedByCall(use.Node, type)
            && !(MayChangeItself(type) && variable.Uses.Exists(IsCaptured));
    }

    /// <summary>Whether a method is called on the value, or on a part of it, that may change it in place: it would change a copy.</summary>
    internal static bool IsChangedByCall(ExpressionSyntax node, ITypeSymbol type)
    {
        for (SyntaxNode at = node; MayChangeItself(type) && at.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax; at = at.Parent)
        {
            if (at.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } called && call.Expression == called)
            {
                return true;
            }
        }

        return false;
    }

    // Used from inside a lambda or local function, which a call may run.
    private static bool IsCaptured(Use use) => Enclosing.Function(use.Node) != use.Variable.Function;

    private static bool MayChangeItself(ITypeSymbol type) => type is { IsValueType: true, SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum };
}
