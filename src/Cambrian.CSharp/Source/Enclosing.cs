using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source;

/// <summary>What a piece of code stands in.</summary>
internal static class Enclosing
{
    /// <summary>The innermost method, accessor, local function or lambda around a node, the node itself excluded; null outside of any.</summary>
    internal static SyntaxNode? Function(SyntaxNode node)
    {
        for (var around = node.Parent; around is not null; around = around.Parent)
        {
            if (IsFunction(around))
            {
                return around;
            }
        }

        return null;
    }

    internal static bool IsFunction(SyntaxNode node) => node is
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax
        or PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null };

    /// <summary>The loops around a node within its function, innermost first.</summary>
    internal static IEnumerable<StatementSyntax> Loops(SyntaxNode node)
    {
        for (var around = node.Parent; around is not null && !IsFunction(around); around = around.Parent)
        {
            if (IsLoop(around))
            {
                yield return (StatementSyntax)around;
            }
        }
    }

    internal static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax;

    /// <summary>The condition of a loop; null where there is none.</summary>
    internal static ExpressionSyntax? Condition(SyntaxNode loop) => loop switch
    {
        ForStatementSyntax each => each.Condition,
        WhileStatementSyntax each => each.Condition,
        DoStatementSyntax each => each.Condition,
        _ => null,
    };

    /// <summary>The body of a loop.</summary>
    internal static StatementSyntax? Body(SyntaxNode loop) => loop switch
    {
        ForStatementSyntax each => each.Statement,
        WhileStatementSyntax each => each.Statement,
        DoStatementSyntax each => each.Statement,
        CommonForEachStatementSyntax each => each.Statement,
        _ => null,
    };

    /// <summary>Whether a loop only ends by a jump out of it; what follows then need not exist.</summary>
    internal static bool IsEndless(SyntaxNode loop) =>
        loop is not CommonForEachStatementSyntax && (Condition(loop) is null or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression });

    /// <summary>The loop whose condition a node stands in; null for none.</summary>
    internal static SyntaxNode? LoopOfCondition(SyntaxNode node)
    {
        for (var at = node; at.Parent is { } around && at is not StatementSyntax && !IsFunction(at); at = around)
        {
            if (IsLoop(around))
            {
                return Condition(around) == at ? around : null;
            }
        }

        return null;
    }

    /// <summary>The indentation of the line a node starts on.</summary>
    internal static string Indentation(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line[..^line.AsSpan().TrimStart([' ', '\t']).Length];
    }
}
