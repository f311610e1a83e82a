using Microsoft.CodeAnalysis;

namespace Cambrian.CSharp.Source.Edits;

/// <summary>Puts a call of a toolbox function in place of an expression, which becomes one of its arguments where the types allow.</summary>
/// <param name="types">Metadata names of the static classes whose functions may be called, for instance "System.Math".</param>
internal sealed class CallToolbox(IReadOnlyList<string> types) : ISourceEdit
{
    /// <inheritdoc/>
    public string Name => "call-toolbox";

    /// <inheritdoc/>
    public IReadOnlyList<SourceChange>? Try(SourceProgram program, SourceProgram mate, Random random)
    {
        // A class first: most expressions are numbers and most functions of numbers are mathematics, which would leave little for the rest.
        if (random.Any(types) is not { } type || program.Compilation.GetTypeByMetadataName(type) is not { } owner)
        {
            return null;
        }

        var functions = owner.GetMembers().OfType<IMethodSymbol>().Where(IsCallable).ToLookup(method => Spell(method.ReturnType));
        return random.Any([.. program.Targets.Where(site => functions.Contains(site.Type))]) is { } target
            && random.Any([.. functions[target.Type]]) is { } function
            ? Call(program, target, function, random)
            : null;
    }

    private static SourceChange[]? Call(SourceProgram program, ExpressionSite target, IMethodSymbol function, Random random)
    {
        var terms = new Terms(program, target.Node, random);
        var own = Enumerable.Range(0, function.Parameters.Length).Where(index => Spell(function.Parameters[index].Type) == target.Type).ToArray();
        var kept = own.Length == 0 ? -1 : own[random.Next(own.Length)];
        var arguments = new string[function.Parameters.Length];
        for (var index = 0; index < arguments.Length; index++)
        {
            if ((index == kept ? Phrase.Of(target.Node) : terms.Make(Spell(function.Parameters[index].Type))) is not { } argument)
            {
                return null;
            }

            arguments[index] = argument.Text;
        }

        var owner = function.ContainingType.ToDisplayString();
        var name = owner.StartsWith("System.", StringComparison.Ordinal) && function.ContainingNamespace.ToDisplayString() == "System" ? function.ContainingType.Name : owner;
        return [Phrase.Primary($"{name}.{function.Name}({string.Join(", ", arguments)})").InPlaceOf(target.Node)];
    }

    private static bool IsCallable(IMethodSymbol method) =>
        method is { IsStatic: true, DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary, IsGenericMethod: false, Parameters.Length: > 0, ReturnsVoid: false }
        && method.Parameters.All(parameter => parameter is { RefKind: RefKind.None, IsParams: false, Type.IsRefLikeType: false })
        && method.GetAttributes().IsEmpty;

    private static string Spell(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
