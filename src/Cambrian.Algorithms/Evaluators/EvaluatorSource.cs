using System.Collections.Concurrent;
using Cambrian.Algorithms.Folders;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Kernels;

namespace Cambrian.Algorithms.Evaluators;

/// <summary>Compiles a problem's evaluator. An evaluator may use the whole framework, and the engine itself: it is its author's, and runs in a sandbox all the same.</summary>
internal static class EvaluatorSource
{
    private static readonly Lazy<CandidateCompiler> Compiler = new(() => new CandidateCompiler(
        ReferenceSet.Framework.With(typeof(Split).Assembly).With(typeof(Loop).Assembly).With(typeof(KernelReader).Assembly)));

    private static readonly ConcurrentDictionary<string, CompiledSource> Compiled = new(StringComparer.Ordinal);

    /// <param name="folder">The problem.</param>
    /// <param name="file">The evaluator's file.</param>
    /// <param name="check">The second verifier's, which may use the evaluator's types; null for none.</param>
    /// <exception cref="ProblemFolderException">It does not compile; the message lists the errors.</exception>
    public static byte[] Compile(ProblemFolder folder, string file, string? check = null)
    {
        var source = new Artifact(new[] { file, check }.OfType<string>().Distinct(StringComparer.Ordinal).Select(name => KeyValuePair.Create(Path.GetFileName(name), Utf8File.Read(folder.Find(name)))));
        var result = Compiled.GetOrAdd(source.Id, _ => Compiler.Value.Compile(source, "evaluator"));
        return result.Image ?? throw new ProblemFolderException($"The evaluator {string.Join(" with ", source.Files.Keys)} does not compile:{Environment.NewLine}{result.Feedback}");
    }
}
