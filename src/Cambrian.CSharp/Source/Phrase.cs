using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source;

/// <summary>A piece of expression text.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsPrimary">Whether it can be an operand as it is, without parentheses.</param>
internal readonly record struct Phrase(string Text, bool IsPrimary)
{
    /// <summary>The text as an operand.</summary>
    public string Operand => IsPrimary ? Text : $"({Text})";

    /// <summary>An expression as it is.</summary>
    public static Phrase Of(ExpressionSyntax node) => new(node.ToString(), IsPrimaryNode(node));

    /// <summary>What can be an operand as it is.</summary>
    public static Phrase Primary(string text) => new(text, IsPrimary: true);

    /// <summary>What needs parentheses as an operand.</summary>
    public static Phrase Compound(string text) => new(text, IsPrimary: false);

    /// <summary>This in place of an expression, in parentheses where the place needs them.</summary>
    public SourceChange InPlaceOf(ExpressionSyntax target) =>
        SourceChange.Replace(target, IsOpen(target) ? Text : Operand);

    /// <summary>Whether a node can be an operand as it is.</summary>
    public static bool IsPrimaryNode(ExpressionSyntax node) => node is
        LiteralExpressionSyntax or NameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax
        or ParenthesizedExpressionSyntax or ThisExpressionSyntax or InterpolatedStringExpressionSyntax or TupleExpressionSyntax;

    // Where an expression stands alone, between delimiters of its own.
    private static bool IsOpen(ExpressionSyntax target) => target.Parent switch
    {
        ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ParenthesizedExpressionSyntax or ArrowExpressionClauseSyntax => true,
        IfStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Right == target,
        _ => false,
    };
}
