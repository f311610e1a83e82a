using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Source.Edits.Idioms;

/// <summary>The numbers that can be told of a value: itself, its length or count, numeric members, and what the program's own functions say of it.</summary>
/// <param name="program">The program.</param>
/// <param name="place">Where they will be told.</param>
/// <param name="random">Where chance comes from.</param>
internal sealed class Features(SourceProgram program, SyntaxNode place, Random random)
{
    private const int Deepest = 2;

    /// <summary>One of them, as an expression; null when there is none.</summary>
    /// <param name="value">An expression that can be an operand.</param>
    /// <param name="type">Its type.</param>
    public string? Any(string value, ITypeSymbol type)
    {
        string[] plain = [.. Of(value, type, depth: 0)];
        return random.Chance(0.3) && MayCapture() && Call(value, type, plain) is { } call ? call : random.Any(plain);
    }

    // The number may be told inside a lambda, where not every name of the place is allowed.
    private bool MayCapture() =>
        place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is ClassDeclarationSyntax && program.Readable(place).All(variable => variable.IsCapturable);

    private static IEnumerable<string> Of(string value, ITypeSymbol type, int depth)
    {
        if (type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double)
        {
            return [value];
        }

        return depth == Deepest ? [] : Members(type).SelectMany(member => Of($"{value}.{member.Name}", member.Type, depth + 1));
    }

    // Of types that are not the program's own, only what counts: a date has a dozen numbers and none is meant.
    private static IEnumerable<(string Name, ITypeSymbol Type)> Members(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            return tuple.TupleElements.Select(element => (element.Name, element.Type));
        }

        var isOwn = type.Locations.Any(location => location.IsInSource);
        var holder = type is IArrayTypeSymbol { Rank: 1 } array ? array.BaseType! : type; // every array derives from System.Array
        return holder.GetMembers()
            .Where(member => member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } && (isOwn || Counts(type, member.Name)))
            .SelectMany(member => member switch
            {
                IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property => [(property.Name, property.Type)],
                IFieldSymbol field => [(field.Name, field.Type)],
                _ => Array.Empty<(string, ITypeSymbol)>(),
            });
    }

    private static bool Counts(ITypeSymbol type, string member) => member is "Length" or "Count" || (type.Name == "KeyValuePair" && member is "Key" or "Value");

    private string? Call(string value, ITypeSymbol type, string[] plain)
    {
        if (random.Any([.. Functions()]) is not { } function)
        {
            return null;
        }

        string? Tell(ITypeSymbol wanted) => SymbolEqualityComparer.Default.Equals(wanted, type) ? value : wanted.SpecialType == SpecialType.System_Int32 ? random.Any([.. plain.Where(IsLength)]) : null;
        var told = function.Parameters.Select(parameter => Tell(parameter.Type)).ToArray();
        var arguments = told.Zip(function.Parameters, (own, parameter) => own ?? new Terms(program, place, random).Make(parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))?.Text).ToArray();
        return Array.TrueForAll(told, own => own is null) || arguments.Contains(null) ? null : $"{function.Name}({string.Join(", ", arguments)})";
    }

    // Only functions that call none of the program's own: no call can come back to where it was made.
    private IEnumerable<IMethodSymbol> Functions()
    {
        var around = place.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        return program.Known(place, place.SpanStart)
            .Where(variable => variable.IsStatic && variable.Declaration != around && !program.UsesIn(variable.Declaration).Any(use => use.Variable.IsFunction))
            .Select(variable => variable.Declaration).OfType<MethodDeclarationSyntax>()
            .Select(method => program.FileOf(method).Model.GetDeclaredSymbol(method)).OfType<IMethodSymbol>()
            .Where(method => method.ReturnType.SpecialType is SpecialType.System_Int32 or SpecialType.System_Double && method.Parameters.All(parameter => parameter is { RefKind: RefKind.None, IsParams: false }));
    }

    private static bool IsLength(string feature) => feature.EndsWith(".Length", StringComparison.Ordinal) || feature.EndsWith(".Count", StringComparison.Ordinal);
}
