using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Mutants.Rules;

/// <summary>Every number and character becomes the next greater and the next smaller one, every truth value its opposite.</summary>
internal sealed class LiteralRule : IMutation
{
    /// <inheritdoc/>
    public IEnumerable<Alteration> In(SourceProgram program) =>
        Sites.Values(program).Where(site => !IsEndless(site.Node)).SelectMany(site => site.Node is LiteralExpressionSyntax literal
            ? Neighbours(literal).Select(phrase => Alteration.Of(MutantKind.Literal, literal, phrase))
            : []);

    private static Phrase[] Neighbours(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        int value when value < int.MaxValue => [Whole(value + 1L, ""), Whole(value - 1L, "")],
        long value when value < long.MaxValue => [Whole(value + 1, "L"), Whole(value - 1, "L")],
        double value => [Real(value + 1), Real(value - 1)],
        char value when value is > ' ' and < '~' => [Character(value + 1), Character(value - 1)],
        bool value => [Phrase.Primary(value ? "false" : "true")],
        _ => [],
    };

    private static Phrase Whole(long value, string suffix) => new($"{value.ToString(CultureInfo.InvariantCulture)}{suffix}", IsPrimary: value >= 0);

    private static Phrase Real(double value) => new(Text.Numbers.Spell(value), IsPrimary: value >= 0);

    private static Phrase Character(int value) => Phrase.Primary(SyntaxFactory.Literal((char)value).Text);

    // A loop without an end has no way on behind it: the compiler would miss a result there.
    private static bool IsEndless(ExpressionSyntax node) => Enclosing.LoopOfCondition(node) is { } loop && Enclosing.IsEndless(loop);
}
