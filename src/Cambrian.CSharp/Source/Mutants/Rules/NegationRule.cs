using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Mutants.Rules;

/// <summary>Every condition that is no comparison is negated, or loses its negation.</summary>
internal sealed class NegationRule : IMutation
{
    /// <inheritdoc/>
    public IEnumerable<Alteration> In(SourceProgram program) =>
        Sites.Values(program)
            .Where(site => site.Type == TypeNames.Boolean && site.Constant is null && site.Node.Parent is not (ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax))
            .SelectMany(site => site.Node switch
            {
                PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand } => [Alteration.Of(MutantKind.Negation, site.Node, Bare(operand))],
                InvocationExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax => Negated(site.Node),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } => Negated(site.Node),
                _ => (IEnumerable<Alteration>)[],
            });

    private static Alteration[] Negated(ExpressionSyntax node) => [Alteration.Of(MutantKind.Negation, node, Phrase.Compound($"!{Phrase.Of(node).Operand}"))];

    private static Phrase Bare(ExpressionSyntax operand) => Phrase.Of(operand is ParenthesizedExpressionSyntax { Expression: var inner } ? inner : operand);
}
