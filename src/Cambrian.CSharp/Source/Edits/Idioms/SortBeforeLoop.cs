using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Edits.Idioms;

/// <summary>A loop takes its elements in the order of a number that can be told of them.</summary>
internal sealed class SortBeforeLoop : ISourceEdit
{
    /// <inheritdoc/>
    public string Name => "sort-before-loop";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        if (random.Any([.. program.EditableStatements.OfType<CommonForEachStatementSyntax>()]) is not { AwaitKeyword.RawKind: 0 } loop || IsByReference(loop)
            || program.FileOf(loop).Model.GetTypeInfo(loop.Expression).Type is not { } type || Element(type) is not { } element)
        {
            return null;
        }

        var name = FreshName.In(program, "each");
        var direction = random.Next(2) == 0 ? "OrderBy" : "OrderByDescending";
        return new Features(program, loop.Expression, random).Any(name, element) is { } feature
            ? [Phrase.Primary($"{Phrase.Of(loop.Expression).Operand}.{direction}({name} => {feature})").InPlaceOf(loop.Expression)]
            : null;
    }

    private static bool IsByReference(CommonForEachStatementSyntax loop) => loop is ForEachStatementSyntax { Type: RefTypeSyntax };

    private static ITypeSymbol? Element(ITypeSymbol type) => type.IsRefLikeType
        ? null
        : type.AllInterfaces.Append(type).OfType<INamedTypeSymbol>().Where(each => each.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T).ToArray() is [var only] ? only.TypeArguments[0] : null;
}
