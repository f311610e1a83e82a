using Microsoft.CodeAnalysis;

namespace Cambrian.CSharp.AllowList;

/// <summary>The names of symbols as metadata spells them.</summary>
internal static class SymbolNames
{
    /// <summary>"Namespace.Outer+Inner`1".</summary>
    internal static string Of(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            return $"{Of(outer)}+{type.MetadataName}";
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}" : type.MetadataName;
    }

    /// <summary>The names a member goes by: a property by its accessors.</summary>
    internal static IEnumerable<(string Name, int Parameters)> Of(ISymbol member) => member switch
    {
        IMethodSymbol method => [((method.ReducedFrom ?? method).MetadataName, (method.ReducedFrom ?? method).Parameters.Length)],
        IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>().SelectMany(Of),
        IEventSymbol => [("add_" + member.Name, 1)],
        _ => [(member.MetadataName, 0)],
    };
}
