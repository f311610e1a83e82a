using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Cambrian.CSharp.Compiling;

/// <summary>
/// The assemblies a source may see. Immutable, safe to share; share one instance, as the compiler caches what it read from
/// an assembly in the reference object itself.
/// </summary>
/// <remarks>
/// References come from the running framework's own folder, because a machine may have a runtime without reference packs.
/// Few of them: each one costs time in every compilation.
/// </remarks>
public sealed class ReferenceSet
{
    private static readonly string[] FewNames =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Linq", "System.Runtime.Numerics", "System.Memory",
    ];

    private static readonly Lazy<ReferenceSet> FewShared = new(() => new ReferenceSet([.. FewNames.Select(FromFramework)]));

    private static readonly Lazy<ReferenceSet> CandidateShared = new(() =>
        FewShared.Value.With(Assembly.Load("Cambrian.Numerics")).With(Assembly.Load("Cambrian.Contracts")));

    private static readonly Lazy<ReferenceSet> FrameworkShared = new(() => new ReferenceSet([.. WholeFramework()]));

    private ReferenceSet(ImmutableArray<MetadataReference> references) => References = references;

    /// <summary>What candidates see: the core library, collections, LINQ, big numbers, the numerical toolbox, and the contracts that agents fulfil.</summary>
    public static ReferenceSet Candidate => CandidateShared.Value;

    /// <summary>What evaluators see: the whole shared framework and the numerical toolbox. Slower to compile against.</summary>
    public static ReferenceSet Framework => FrameworkShared.Value;

    internal ImmutableArray<MetadataReference> References { get; }

    /// <summary>This set and a loaded assembly.</summary>
    /// <param name="assembly">One that was loaded from a file.</param>
    public ReferenceSet With(Assembly assembly) => new(References.Add(MetadataReference.CreateFromFile(assembly.Location)));

    /// <summary>This set and an assembly image, for instance an evaluator's.</summary>
    public ReferenceSet With(byte[] image) => new(References.Add(MetadataReference.CreateFromImage(image)));

    private static MetadataReference FromFramework(string name) =>
        MetadataReference.CreateFromFile(Path.Combine(FrameworkFolder(), name + ".dll"));

    private static IEnumerable<MetadataReference> WholeFramework() =>
        Directory.EnumerateFiles(FrameworkFolder(), "*.dll")
            .Order(StringComparer.Ordinal)
            .Where(IsManaged)
            .Append(Assembly.Load("Cambrian.Numerics").Location)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));

    private static string FrameworkFolder() =>
        Path.GetDirectoryName(typeof(object).Assembly.Location)
        ?? throw new InvalidOperationException("The framework was not loaded from a folder; single-file publishing is not supported.");

    private static bool IsManaged(string path)
    {
        using var stream = File.OpenRead(path);
        using var portable = new System.Reflection.PortableExecutable.PEReader(stream);
        return portable.HasMetadata;
    }
}
