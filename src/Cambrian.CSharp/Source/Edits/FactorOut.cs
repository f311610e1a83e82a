using Cambrian.CSharp.Source.Factoring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Cambrian.CSharp.Source.Edits;

/// <summary>
/// Makes a method of what two or more expressions have in common (anti-unification), and calls of it of the expressions. The
/// program does what it did; it has one place more where a change changes all of them.
/// </summary>
internal sealed class FactorOut : ISourceEdit
{
    private static readonly SymbolDisplayFormat TypeFormat =
        SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <inheritdoc/>
    public string Name => "factor-out";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        var group = random.Any(program.Repeats);
        if (group.IsDefaultOrEmpty || random.Any(group) is not { } anchor)
        {
            return null;
        }

        var withinMember = random.Next(2) == 0;
        var candidates = group.Where(each => !withinMember || each.Member == anchor.Member);
        return Generalise(anchor, candidates) is { } general && NewMember.PlaceAfter(program, general.Occurrences[0].Member) is { } place ? Factor(program, general, place) : null;
    }

    // As many occurrences as fit together, in the order they stand, each of them outside of the others.
    private static Generalisation? Generalise(Factorable anchor, IEnumerable<Factorable> candidates)
    {
        Generalisation? best = null;
        foreach (var candidate in candidates.Where(each => each != anchor))
        {
            var chosen = best?.Occurrences ?? [anchor];
            if (!chosen.Any(other => other.Node.SyntaxTree == candidate.Node.SyntaxTree && other.Node.Span.OverlapsWith(candidate.Node.Span)))
            {
                best = Generalisation.Of(chosen.Append(candidate)) ?? best;
            }
        }

        return best;
    }

    private static List<SourceChange> Factor(SourceProgram program, Generalisation general, TextSpan place)
    {
        var first = general.Occurrences[0];
        var name = FreshName.In(program, "Part");
        List<SourceChange> changes = [new(first.Node.SyntaxTree, place, Declaration(program, general, name))];
        foreach (var occurrence in general.Occurrences)
        {
            changes.Add(Phrase.Primary($"{name}({general.Arguments(occurrence)})").InPlaceOf(occurrence.Node));
        }

        return changes;
    }

    private static string Declaration(SourceProgram program, Generalisation general, string name)
    {
        var first = general.Occurrences[0];
        var model = program.FileOf(first.Node).Model;
        string Spell(ExpressionSyntax node) => model.GetTypeInfo(node).Type!.ToMinimalDisplayString(model, first.Member.SpanStart, TypeFormat); // expressions without a type are not read
        var names = general.Names();
        var parameters = general.Parameters.Zip(names, (leaf, parameter) => $"{Spell(leaf.Node)} {parameter}");
        var indentation = Enclosing.Indentation(first.Member);
        return $"\n\n{indentation}{Lines.Block($"private static {Spell(first.Node)} {name}({string.Join(", ", parameters)})", $"return {general.Body(names)};", indentation)}";
    }
}
