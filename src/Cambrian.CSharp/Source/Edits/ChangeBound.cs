using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Edits;

/// <summary>Lets a counting loop run over less, from elsewhere, or in larger steps: what stays within the old bounds stays safe.</summary>
internal sealed class ChangeBound : ISourceEdit
{
    /// <inheritdoc/>
    public string Name => "change-bound";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (random.Any([.. program.EditableStatements.OfType<ForStatementSyntax>()]) is not { Condition: BinaryExpressionSyntax condition } loop || !IsCounted(program, loop, condition))
        {
            return null;
        }

        return random.Next(4) switch
        {
            0 => Start(program, loop, random),
            1 => Step(loop, random),
            _ => [Phrase.Of(condition.Right) is var bound ? Limit(program, loop, bound, random).InPlaceOf(condition.Right) : default!],
        };
    }

    private static Phrase Limit(SourceProgram program, ForStatementSyntax loop, Phrase bound, Random random) => random.Next(4) switch
    {
        0 => Phrase.Compound($"{bound.Operand} - {random.Next(1, 3)}"),
        1 => Phrase.Compound($"{bound.Operand} / {random.Next(2, 4)}"),
        2 => Phrase.Primary($"Math.Min({bound.Text}, {random.Next(1, 50)})"),
        _ => new Terms(program, loop, random).MakeVariable(TypeNames.Integer) is { } other && other != bound
            ? Phrase.Primary($"Math.Min({bound.Text}, {other.Text})")
            : Phrase.Compound($"{bound.Operand} + 1"),
    };

    private static SourceChange[]? Start(SourceProgram program, ForStatementSyntax loop, Random random)
    {
        var start = loop.Declaration!.Variables[0].Initializer!.Value;
        if (random.Next(2) == 0)
        {
            return [Phrase.Compound($"{Phrase.Of(start).Operand} + {random.Next(1, 3)}").InPlaceOf(start)];
        }

        return new Terms(program, loop, random).MakeVariable(TypeNames.Integer) is { } other ? [Phrase.Primary($"Math.Max({start}, {other.Text})").InPlaceOf(start)] : null;
    }

    private static SourceChange[]? Step(ForStatementSyntax loop, Random random) =>
        loop.Incrementors is [PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } increment]
            ? [SourceChange.Replace(increment, $"{increment.Operand} += {random.Next(2, 4)}")]
            : null;

    private static bool IsCounted(SourceProgram program, ForStatementSyntax loop, BinaryExpressionSyntax condition) =>
        condition.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
        && loop.Declaration is { Variables: [{ Initializer: not null }] }
        && loop.Incrementors.Count == 1
        && program.FileOf(loop).Model.GetTypeInfo(condition.Right).Type?.SpecialType == Microsoft.CodeAnalysis.SpecialType.System_Int32
        && program.FileOf(loop).Model.GetTypeInfo(condition.Left).Type?.SpecialType == Microsoft.CodeAnalysis.SpecialType.System_Int32;
}
