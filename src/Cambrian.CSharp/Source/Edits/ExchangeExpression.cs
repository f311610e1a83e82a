using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Edits;

/// <summary>Puts an expression of the same type in place of another; the new one comes from the program itself or from its mate.</summary>
/// <param name="fromMate">Whether it comes from the mate (crossover).</param>
internal sealed class ExchangeExpression(bool fromMate) : ISourceEdit
{
    private const int LongestDonor = 300;

    /// <inheritdoc/>
    public string Name => fromMate ? "cross-expression" : "swap-expression";

    /// <inheritdoc/>
    public bool NeedsMate => fromMate;

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (random.Any(program.Targets) is not { } target)
        {
            return null;
        }

        var text = target.Node.ToString();
        var donors = mate.Expressions.Where(site => site.IsPure && site.Type == target.Type && site.Node.Span.Length <= LongestDonor && ConstantFits(site, target)).ToArray();
        if (random.Any(donors) is not { } donor || donor.Node == target.Node)
        {
            return null;
        }

        var rewritten = new Transplant(mate, program, random).Rewrite(donor.Node, target.Node, target.Node.SpanStart);
        return rewritten is null || rewritten == text ? null : [new Phrase(rewritten, Phrase.IsPrimaryNode(donor.Node)).InPlaceOf(target.Node)];
    }

    /// <summary>Whether the compiler would not work the result out and find it impossible: a division by zero, an overflow.</summary>
    internal static bool ConstantFits(ExpressionSite donor, ExpressionSite target) =>
        donor.Constant is null
        || donor.Node.IsKind(SyntaxKind.NumericLiteralExpression) && !IsDivisor(target.Node)
        || target.Node.Parent is not (BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or CastExpressionSyntax or ParenthesizedExpressionSyntax);

    /// <summary>Whether a value is divided by this one.</summary>
    internal static bool IsDivisor(SyntaxNode node)
    {
        while (node.Parent is ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax or CastExpressionSyntax)
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            BinaryExpressionSyntax binary => binary.Right == node && binary.Kind() is SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression,
            AssignmentExpressionSyntax assignment => assignment.Right == node && assignment.Kind() is SyntaxKind.DivideAssignmentExpression or SyntaxKind.ModuloAssignmentExpression,
            _ => false,
        };
    }
}
