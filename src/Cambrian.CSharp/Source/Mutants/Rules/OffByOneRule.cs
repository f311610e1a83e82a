using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Mutants.Rules;

/// <summary>One is added to, and taken from, whole numbers that are compared, returned, assigned, passed on or used as an index.</summary>
internal sealed class OffByOneRule : IMutation
{
    private static readonly string[] Steps = ["+ 1", "- 1"];

    /// <inheritdoc/>
    public IEnumerable<Alteration> In(SourceProgram program) =>
        from site in Sites.Values(program)
        where site.Type is TypeNames.Integer or "long" && site.Constant is null && IsUsed(site.Node) && !HasStep(site.Node)
        let kind = Enclosing.LoopOfCondition(site.Node) is null ? MutantKind.OffByOne : MutantKind.Bound
        from step in Steps
        select Alteration.Of(kind, site.Node, Phrase.Compound($"{Phrase.Of(site.Node).Operand} {step}"));

    private static bool IsUsed(ExpressionSyntax node) => node.Parent switch
    {
        BinaryExpressionSyntax comparison => comparison.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression
            or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression,
        ArgumentSyntax or ReturnStatementSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Right == node,
        _ => false,
    };

    // Another number in place of that one does the same.
    private static bool HasStep(ExpressionSyntax node) => node is BinaryExpressionSyntax
    {
        RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.SubtractExpression,
        Right: LiteralExpressionSyntax,
    };
}
