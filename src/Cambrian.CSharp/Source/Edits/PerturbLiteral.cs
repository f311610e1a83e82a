using Cambrian.CSharp.Text;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Edits;

/// <summary>Changes one number, or all of them by the same relative spread.</summary>
/// <param name="all">Whether all.</param>
internal sealed class PerturbLiteral(bool all) : ISourceEdit
{
    /// <inheritdoc/>
    public string Name => all ? "jitter-literals" : "perturb-literal";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (!all)
        {
            return random.Any(program.Literals) is { } literal && Change(literal, random, spread: null) is { } change ? [change] : null;
        }

        // Whole numbers are mostly structure; they join in now and then.
        var spread = Math.Pow(10, random.NextDouble() * 2.5 - 2.5);
        return
        [
            .. program.Literals
                .Where(literal => IsReal(literal) || random.Chance(0.1))
                .Select(literal => Change(literal, random, spread))
                .OfType<SourceChange>(),
        ];
    }

    private static SourceChange? Change(LiteralExpressionSyntax literal, Random random, double? spread)
    {
        var mutated = Numbers.Mutate(literal.Token.Text, random, spread);
        return mutated is null || (IsZero(mutated) && (ExchangeExpression.IsDivisor(literal) || IsStep(literal))) || IsOutOfRange(literal, mutated)
            ? null
            : SourceChange.Replace(literal, mutated);
    }

    private static bool IsReal(LiteralExpressionSyntax literal) => literal.Token.Value is double or float or decimal;

    private static bool IsZero(string text) => text.AsSpan().IndexOfAnyInRange('1', '9') < 0;

    private static bool IsStep(LiteralExpressionSyntax literal) => literal.Parent is AssignmentExpressionSyntax { Parent: ForStatementSyntax };

    private static bool IsOutOfRange(LiteralExpressionSyntax literal, string text) => literal.Token.Value is int && long.TryParse(text, out var value) && value > int.MaxValue;
}
