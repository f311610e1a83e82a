using Microsoft.CodeAnalysis;

namespace Cambrian.CSharp.AllowList;

/// <summary>Tells fields that keep a value from fields that keep state.</summary>
internal static class StaticState
{
    /// <summary>Whether a static field can never change what a later case sees.</summary>
    internal static bool IsConstant(IFieldSymbol field) => field.IsConst || (field.IsReadOnly && IsImmutable(field.Type, []));

    private static bool IsImmutable(ITypeSymbol type, HashSet<ITypeSymbol> pending)
    {
        if (type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String || type.TypeKind == TypeKind.Enum)
        {
            return true;
        }

        if (type is not INamedTypeSymbol named || named.IsAnonymousType || !pending.Add(type))
        {
            // A type met again while it is being looked at adds nothing new.
            return type is INamedTypeSymbol { IsAnonymousType: false };
        }

        return named.Locations.Any(location => location.IsInSource)
            ? IsImmutableSource(named, pending)
            : IsImmutableFramework(named) && named.TypeArguments.All(argument => IsImmutable(argument, pending));
    }

    private static bool IsImmutableSource(INamedTypeSymbol type, HashSet<ITypeSymbol> pending) =>
        type is { TypeKind: TypeKind.Struct } or { TypeKind: TypeKind.Class, IsSealed: true, BaseType.SpecialType: SpecialType.System_Object }
        && type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).All(field => (field.IsReadOnly || type.IsValueType) && IsImmutable(field.Type, pending));

    private static bool IsImmutableFramework(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString() is "System.Numerics" or "System.Runtime.Intrinsics" && type.IsValueType
        || SymbolNames.Of(type.OriginalDefinition) is "System.Nullable`1" or "System.Index" or "System.Range" or "System.Half" or "System.Int128" or "System.UInt128" or "System.Collections.Generic.KeyValuePair`2"
        || type.IsTupleType;
}
