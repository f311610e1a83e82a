using System.Reflection.Metadata;

namespace Cambrian.CSharp.AllowList;

/// <summary>Full names out of an image's tables: "Namespace.Outer+Inner`1".</summary>
internal static class MetadataNames
{
    internal static string Of(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{Of(metadata, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : Join(metadata.GetString(type.Namespace), name);
    }

    /// <summary>The type of an attribute's constructor.</summary>
    internal static string OfConstructor(MetadataReader metadata, EntityHandle constructor)
    {
        if (constructor.Kind == HandleKind.MemberReference)
        {
            return OfParent(metadata, metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent) ?? "an attribute of its own";
        }

        var type = metadata.GetTypeDefinition(metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType());
        return Join(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    /// <summary>The type of another assembly that a member belongs to; null for arrays and for the image's own types.</summary>
    internal static string? OfParent(MetadataReader metadata, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => Of(metadata, (TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => OfSpecification(metadata, (TypeSpecificationHandle)parent),
        _ => null,
    };

    internal static int ParameterCount(BlobReader signature, SignatureHeader header)
    {
        if (header.IsGeneric)
        {
            signature.ReadCompressedInteger();
        }

        return signature.ReadCompressedInteger();
    }

    private static string? OfSpecification(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        // Class or value type: one byte that does not matter here.
        signature.ReadByte();
        return OfParent(metadata, signature.ReadTypeHandle());
    }

    private static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
