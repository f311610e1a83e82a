using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Cambrian.CSharp.AllowList;

/// <summary>
/// Reads the reference tables of a compiled image: every type and member of another assembly that the code can touch is
/// named there, however the source spells it. Takes microseconds where asking the compiler takes milliseconds.
/// </summary>
/// <param name="allowed">What candidates may use.</param>
/// <param name="metadata">The image's tables.</param>
internal sealed class ImageScreen(ApiAllowList allowed, MetadataReader metadata)
{
    private ScreenResult _result = ScreenResult.Clean;
    private string _reason = "";

    internal static (ScreenResult Result, string Reason) Screen(ApiAllowList allowed, byte[] image)
    {
        using var stream = new MemoryStream(image, writable: false);
        using var portable = new PEReader(stream);
        var screen = new ImageScreen(allowed, portable.GetMetadataReader());
        screen.ReadReferences();
        screen.ReadDefinitions();
        return (screen._result, screen._reason);
    }

    private void ReadReferences()
    {
        foreach (var handle in metadata.TypeReferences)
        {
            JudgeType(MetadataNames.Of(metadata, handle));
        }

        foreach (var handle in metadata.MemberReferences)
        {
            JudgeMember(metadata.GetMemberReference(handle));
        }

        foreach (var handle in metadata.CustomAttributes)
        {
            var type = MetadataNames.OfConstructor(metadata, metadata.GetCustomAttribute(handle).Constructor);
            Note(ApiTable.IsCompilerAttribute(type) ? ScreenResult.Clean : ApiTable.IsCompilerHelper(type, ".ctor") ? ScreenResult.Unclear : ScreenResult.Refused, type);
        }
    }

    private void ReadDefinitions()
    {
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            var name = metadata.GetString(type.Name);
            Note(type.Attributes.HasFlag(TypeAttributes.Import) ? ScreenResult.Refused : ScreenResult.Clean, $"import of {name}");
            Note(name == "<Module>" && type.GetMethods().Count > 0 ? ScreenResult.Refused : ScreenResult.Clean, "a module initializer");
            var space = metadata.GetString(type.Namespace);
            var reserved = space.Split('.')[0] is "System" or "Microsoft" or "Cambrian" && !ApiTable.IsCompilerAttribute($"{space}.{name}");
            Note(reserved ? ScreenResult.Unclear : ScreenResult.Clean, $"the namespace {space}");
            JudgeBase(type.BaseType);
            foreach (var field in type.GetFields())
            {
                JudgeField(metadata.GetFieldDefinition(field), MadeByCompiler(name));
            }
        }

        foreach (var handle in metadata.MethodDefinitions)
        {
            JudgeMethod(metadata.GetMethodDefinition(handle));
        }
    }

    private void JudgeType(string type)
    {
        var known = allowed.AllowsType(type) || ApiTable.IsCompilerAttribute(type) || ApiTable.IsHarmlessHelper(type, member: null);
        Note(known ? ScreenResult.Clean : ApiTable.IsCompilerHelper(type, member: null) ? ScreenResult.Unclear : ScreenResult.Refused, type);
    }

    private void JudgeMember(MemberReference reference)
    {
        var signature = metadata.GetBlobReader(reference.Signature);
        var header = signature.ReadSignatureHeader();
        Note(header.CallingConvention is SignatureCallingConvention.Default ? ScreenResult.Clean : ScreenResult.Refused, "a calling convention");
        if (MetadataNames.OfParent(metadata, reference.Parent) is not { } type)
        {
            return;
        }

        var member = metadata.GetString(reference.Name);
        var parameters = header.Kind == SignatureKind.Method ? MetadataNames.ParameterCount(signature, header) : 0;
        var known = allowed.AllowsMember(type, member, parameters) || ApiTable.IsCompilerAttribute(type) || ApiTable.IsHarmlessHelper(type, member)
            || (allowed.AllowsType(type) && member == ".ctor" && ApiTable.AllowsBase(type));
        Note(known ? ScreenResult.Clean : ApiTable.IsCompilerHelper(type, member) ? ScreenResult.Unclear : ScreenResult.Refused, $"{type}.{member}");
    }

    private void JudgeBase(EntityHandle type)
    {
        if (!type.IsNil && type.Kind != HandleKind.TypeDefinition && MetadataNames.OfParent(metadata, type) is { } name)
        {
            Note(ApiTable.AllowsBase(name) ? ScreenResult.Clean : ScreenResult.Unclear, $"a class derived from {name}");
        }
    }

    private void JudgeField(FieldDefinition field, bool madeByCompiler)
    {
        var name = metadata.GetString(field.Name);
        Note(field.GetOffset() >= 0 ? ScreenResult.Refused : ScreenResult.Clean, $"explicit layout of {name}");
        if (madeByCompiler || !field.Attributes.HasFlag(FieldAttributes.Static) || field.Attributes.HasFlag(FieldAttributes.Literal))
        {
            return;
        }

        var signature = metadata.GetBlobReader(field.Signature);
        signature.ReadSignatureHeader();
        var code = signature.ReadSignatureTypeCode();
        var plain = code is >= SignatureTypeCode.Boolean and <= SignatureTypeCode.String;
        Note(field.Attributes.HasFlag(FieldAttributes.InitOnly) && plain ? ScreenResult.Clean : ScreenResult.Unclear, $"static field {name}");
    }

    private void JudgeMethod(MethodDefinition method)
    {
        var name = metadata.GetString(method.Name);
        var code = method.ImplAttributes & MethodImplAttributes.CodeTypeMask;
        var foreign = method.Attributes.HasFlag(MethodAttributes.PinvokeImpl)
            || method.ImplAttributes.HasFlag(MethodImplAttributes.InternalCall)
            || method.ImplAttributes.HasFlag(MethodImplAttributes.Unmanaged)
            || method.ImplAttributes.HasFlag(MethodImplAttributes.Synchronized)
            || code is MethodImplAttributes.Native or MethodImplAttributes.OPTIL
            || metadata.GetBlobReader(method.Signature).ReadSignatureHeader().CallingConvention != SignatureCallingConvention.Default;
        Note(foreign ? ScreenResult.Refused : ScreenResult.Clean, $"native method {name}");
        Note(name == "Finalize" ? ScreenResult.Unclear : ScreenResult.Clean, "a finalizer");
    }

    // A type local to a file is called "<file>F…__Name", and the file's name may be empty.
    private static bool MadeByCompiler(string type) =>
        type == "<PrivateImplementationDetails>" || (type.StartsWith("<>", StringComparison.Ordinal) && !type.StartsWith("<>F", StringComparison.Ordinal));

    private void Note(ScreenResult result, string reason)
    {
        if (result > _result)
        {
            (_result, _reason) = (result, reason);
        }
    }
}
