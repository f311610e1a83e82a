using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source.Edits.Idioms;

/// <summary>What is sorted by one thing is sorted by a second one where the first is equal.</summary>
internal sealed class BreakTies : ISourceEdit
{
    /// <inheritdoc/>
    public string Name => "break-ties";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        var sorts = program.Expressions.Select(site => site.Node).OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" });
        if (random.Any([.. sorts.Where(call => program.FileOf(call).MayChange(call.Span))]) is not { } sort
            || program.FileOf(sort).Model.GetTypeInfo(sort).Type is not INamedTypeSymbol { Name: "IOrderedEnumerable", TypeArguments: [var element] })
        {
            return null;
        }

        var name = FreshName.In(program, "each");
        var direction = random.Next(2) == 0 ? "ThenBy" : "ThenByDescending";
        return new Features(program, sort, random).Any(name, element) is { } feature
            ? [new SourceChange(sort.SyntaxTree, new TextSpan(sort.Span.End, 0), $".{direction}({name} => {feature})")]
            : null;
    }
}
