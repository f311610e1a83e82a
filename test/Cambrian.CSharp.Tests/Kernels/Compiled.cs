using System.Reflection;
using Cambrian.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cambrian.CSharp.Tests.Kernels;

/// <summary>Artifacts compiled by Roslyn and loaded, to compare with.</summary>
internal static class Compiled
{
    private static readonly MetadataReference[] References =
    [
        MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
        MetadataReference.CreateFromFile(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Runtime.dll")),
    ];

    public static MethodInfo Method(Artifact artifact, string type, string name)
    {
        var compilation = CSharpCompilation.Create(
            $"t{artifact.Id}",
            artifact.Files.Select(file => CSharpSyntaxTree.ParseText(file.Value, path: file.Key)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) + "\n" + artifact.Files.Values.First());
        return Assembly.Load(image.ToArray()).GetType(type)!.GetMethod(name)!;
    }
}
