using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source;

/// <summary>Tells whether any expression of the same type may stand where one stands now.</summary>
internal static class Replaceability
{
    /// <summary>Whether an expression has a value in the first place: neither part of a name nor of a type nor of a pattern.</summary>
    internal static bool HasValue(ExpressionSyntax node) => node switch
    {
        TypeSyntax and not SimpleNameSyntax => false,
        SimpleNameSyntax name => IsNameOfValue(name),
        AssignmentExpressionSyntax or AnonymousFunctionExpressionSyntax or DeclarationExpressionSyntax or ThrowExpressionSyntax or RefExpressionSyntax => false,
        InitializerExpressionSyntax or MemberBindingExpressionSyntax or ElementBindingExpressionSyntax or ImplicitElementAccessSyntax => false,
        ThisExpressionSyntax or BaseExpressionSyntax or AwaitExpressionSyntax or QueryExpressionSyntax or StackAllocArrayCreationExpressionSyntax => false,
        OmittedArraySizeExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax or CollectionExpressionSyntax => false,
        PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.UnaryMinusExpression or SyntaxKind.UnaryPlusExpression or SyntaxKind.LogicalNotExpression or SyntaxKind.BitwiseNotExpression,
        LiteralExpressionSyntax literal => literal.Kind() is not (SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression),
        _ => true,
    };

    /// <summary>Whether evaluating it changes nothing and declares nothing, as far as the text tells.</summary>
    internal static bool IsPure(ExpressionSyntax node) => !node.DescendantNodesAndSelf().Any(part => part
        is AssignmentExpressionSyntax or DeclarationExpressionSyntax or VariableDesignationSyntax or QueryExpressionSyntax or RefExpressionSyntax
        or ThrowExpressionSyntax or ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 } or StackAllocArrayCreationExpressionSyntax
        || part.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression);

    /// <summary>Whether the place takes any expression of the type.</summary>
    internal static bool IsFree(ExpressionSyntax node) => !NeedsConstant(node) && !NeedsVariable(node) && !IsStatementLike(node) && !IsInsideQueryOrNameOf(node);

    /// <summary>Whether a number may become another one: not where two of the same, or one out of range, break the rules.</summary>
    internal static bool TakesAnyNumber(LiteralExpressionSyntax literal) => !literal.Ancestors().Any(around =>
        around is PatternSyntax or SwitchLabelSyntax or AttributeSyntax or EnumMemberDeclarationSyntax or InterpolationAlignmentClauseSyntax or CheckedExpressionSyntax
        || around is CastExpressionSyntax { Type: PredefinedTypeSyntax { Keyword.RawKind: not ((int)SyntaxKind.DoubleKeyword or (int)SyntaxKind.FloatKeyword or (int)SyntaxKind.IntKeyword or (int)SyntaxKind.LongKeyword) } });

    // Patterns, case labels, constants, defaults, attributes, alignments.
    private static bool NeedsConstant(SyntaxNode node) => node.Ancestors().TakeWhile(around => around is not StatementSyntax || around is LocalDeclarationStatementSyntax).Any(around =>
        around is PatternSyntax or SwitchLabelSyntax or AttributeSyntax or ParameterSyntax or EnumMemberDeclarationSyntax or InterpolationAlignmentClauseSyntax
        || around is LocalDeclarationStatementSyntax { IsConst: true }
        || (around is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword)));

    // What is assigned to, passed by reference, or changed through a member.
    private static bool NeedsVariable(ExpressionSyntax node)
    {
        SyntaxNode at = node;
        while (at.Parent is ExpressionSyntax around && IsReceiver(around, at))
        {
            at = around;
        }

        return at.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == at,
            PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
            PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 } or RefExpressionSyntax => true,
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax swap } tuple } => swap.Left == tuple,
            ConditionalAccessExpressionSyntax access => access.WhenNotNull == at,
            _ => false,
        };
    }

    private static bool IsReceiver(ExpressionSyntax around, SyntaxNode node) => around switch
    {
        MemberAccessExpressionSyntax access => access.Expression == node,
        ElementAccessExpressionSyntax access => access.Expression == node,
        ParenthesizedExpressionSyntax => true,
        _ => false,
    };

    // An expression that is a statement by itself: a call, or the body of a function without a result.
    private static bool IsStatementLike(ExpressionSyntax node) => node.Parent switch
    {
        ExpressionStatementSyntax or UsingStatementSyntax or LockStatementSyntax => true,
        ForStatementSyntax loop => loop.Condition != node,
        AnonymousFunctionExpressionSyntax => true,
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } or RefTypeSyntax,
        ArrowExpressionClauseSyntax { Parent: LocalFunctionStatementSyntax function } => function.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } or RefTypeSyntax,
        ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax or AccessorDeclarationSyntax } => true,
        _ => false,
    };

    private static bool IsInsideQueryOrNameOf(SyntaxNode node) => node.Ancestors().Any(around =>
        around is QueryExpressionSyntax or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } });

    private static bool IsNameOfValue(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name != name,
        InvocationExpressionSyntax call => call.Expression != name,
        NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax or MemberBindingExpressionSyntax => false,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assigned => assigned.Left != name,
        _ => true,
    };
}
