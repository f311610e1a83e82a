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

    /// <exception cref="ProblemFolderException">It does not compile; the message lists the errors.</exception>
    public static byte[] Compile(ProblemFolder folder, string file)
    {
        var source = Artifact.Of(Path.GetFileName(file), Utf8File.Read(folder.Find(file)));
        var result = Compiled.GetOrAdd(source.Id, _ => Compiler.Value.Compile(source, "evaluator"));
        return result.Image ?? throw new ProblemFolderException($"The evaluator {file} does not compile:{Environment.NewLine}{result.Feedback}");
    }
}
