using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Mutants.Rules;

/// <summary>Every side of an operator, and of a choice, takes the place of the whole where it has its type.</summary>
internal sealed class HoistRule : IMutation
{
    /// <inheritdoc/>
    public IEnumerable<Alteration> In(SourceProgram program) =>
        from site in Sites.Values(program)
        from part in Parts(site.Node)
        where Sites.TypeOf(program, part) == site.Type
        select Alteration.Of(MutantKind.Hoist, site.Node, Phrase.Of(part));

    private static ExpressionSyntax[] Parts(ExpressionSyntax node) => node switch
    {
        BinaryExpressionSyntax binary => [binary.Left, binary.Right],
        ConditionalExpressionSyntax choice => [choice.WhenTrue, choice.WhenFalse],
        _ => [],
    };
}
