using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.AllowList;

/// <summary>Language constructs that candidates may not use, whatever they apply to.</summary>
internal static class RefusedSyntax
{
    internal static (string Used, string Instead)? Of(SyntaxNode node) => node switch
    {
        MemberDeclarationSyntax member => OfMember(member),
        LocalFunctionStatementSyntax function => OfModifiers(function.Modifiers),
        AnonymousFunctionExpressionSyntax lambda => OfModifiers(lambda.Modifiers),
        ExternAliasDirectiveSyntax => ("extern alias", "use the types that are referenced"),
        TypeOfExpressionSyntax => ("typeof", "reflection is refused; use generics or patterns"),
        LockStatementSyntax or AwaitExpressionSyntax => ("concurrency", "write it for one thread"),
        ForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 } => ("await", "write it for one thread"),
        UnsafeStatementSyntax or FixedStatementSyntax or PointerTypeSyntax or FunctionPointerTypeSyntax => ("unsafe code", "use spans"),
        MakeRefExpressionSyntax or RefTypeExpressionSyntax or RefValueExpressionSyntax => ("a typed reference", "use ref"),
        ParameterSyntax { Identifier.RawKind: (int)SyntaxKind.ArgListKeyword } => ("__arglist", "use params"),
        _ when node.IsKind(SyntaxKind.ArgListExpression) => ("__arglist", "use params"),
        _ => null,
    };

    private static (string Used, string Instead)? OfMember(MemberDeclarationSyntax member) => member switch
    {
        DestructorDeclarationSyntax => ("a finalizer", "nothing needs one here"),
        EventDeclarationSyntax or EventFieldDeclarationSyntax => ("an event", "call a delegate"),
        _ => OfModifiers(member.Modifiers),
    };

    private static (string Used, string Instead)? OfModifiers(SyntaxTokenList modifiers)
    {
        foreach (var modifier in modifiers)
        {
            switch (modifier.Kind())
            {
                case SyntaxKind.ExternKeyword:
                    return ("native code (extern)", "write it in C#");
                case SyntaxKind.UnsafeKeyword:
                    return ("unsafe code", "use spans");
                case SyntaxKind.AsyncKeyword or SyntaxKind.VolatileKeyword:
                    return ("concurrency", "write it for one thread");
            }
        }

        return null;
    }
}
