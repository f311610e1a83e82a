using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Mutants;

/// <summary>Tells what a node stands in.</summary>
internal static class Surroundings
{
    /// <summary>The innermost place around a node.</summary>
    internal static MutantPlace Of(SyntaxNode node)
    {
        for (var at = node; at.Parent is { } around && at is not StatementSyntax; at = around)
        {
            if (Place(at, around) is { } place)
            {
                return place;
            }
        }

        return MutantPlace.Statement;
    }

    private static MutantPlace? Place(SyntaxNode node, SyntaxNode around) => around switch
    {
        IfStatementSyntax => MutantPlace.Condition,
        ConditionalExpressionSyntax choice when choice.Condition == node => MutantPlace.Condition,
        ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax => MutantPlace.LoopHeader,
        EqualsValueClauseSyntax { Parent.Parent.Parent: ForStatementSyntax } => MutantPlace.LoopHeader,
        ReturnStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax => MutantPlace.Result,
        BracketedArgumentListSyntax => MutantPlace.Index,
        ArgumentListSyntax => MutantPlace.Argument,
        EqualsValueClauseSyntax => MutantPlace.Value,
        AssignmentExpressionSyntax assignment when assignment.Right == node => MutantPlace.Value,
        _ => null,
    };
}
