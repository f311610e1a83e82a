using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Edits.Idioms;

/// <summary>How many are taken, how many times a loop runs, or how much is paid for: twice or three times as many, or as many more as a variable says.</summary>
internal sealed class ScaleCount : ISourceEdit
{
    // The compiler works out products of constants, and refuses those that overflow.
    private const int LargestConstant = 1_000_000;

    /// <inheritdoc/>
    public string Name => "scale-count";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        var counts = program.Targets.Where(IsCount).Select(site => site.Node).ToArray();
        if (random.Any([.. counts, .. program.Literals.Where(IsBound)]) is not { } count)
        {
            return null;
        }

        // What a loop waits for must not grow with what the loop counts: bounds are only multiplied.
        return !IsBound(count) && random.Next(2) == 0 && new Terms(program, count, random).MakeVariable(TypeNames.Integer) is { } variable
            ? [Phrase.Compound($"{Phrase.Of(count).Operand} {(random.Next(2) == 0 ? "+" : "*")} {variable.Operand}").InPlaceOf(count)]
            : [Phrase.Compound($"{Phrase.Of(count).Operand} * {random.Next(2, 4)}").InPlaceOf(count)];
    }

    private static bool IsCount(ExpressionSite site) => site.Type == TypeNames.Integer && site.Constant is null or int and > 1 and < LargestConstant && site.Node.Parent switch
    {
        ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Take" } } } } => true,
        ReturnStatementSyntax => site.Node is LiteralExpressionSyntax,
        _ => false,
    };

    // A bound that is no length of anything: more rounds do not lead out of an array by themselves.
    private static bool IsBound(ExpressionSyntax node) => node is LiteralExpressionSyntax { Token.Value: int and < LargestConstant }
        && node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression } bound
        && bound.Right == node && Enclosing.LoopOfCondition(node) is ForStatementSyntax;
}
