using System.Collections.Concurrent;
using System.Reflection;
using Cambrian.Algorithms.Folders;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Kernels;

namespace Cambrian.Algorithms.Evaluators;

/// <summary>Compiles a problem's evaluator. An evaluator may use the whole framework, and the engine itself: it is its author's, and runs in a sandbox all the same.</summary>
internal static class EvaluatorSource
{
    private static readonly ReferenceSet Engine =
        ReferenceSet.Framework.With(typeof(Split).Assembly).With(typeof(Loop).Assembly).With(typeof(KernelReader).Assembly);

    private static readonly ConcurrentDictionary<string, CandidateCompiler> Compilers = new(StringComparer.Ordinal);

    // What did not compile is tried again: its author may not be the one at fault.
    private static readonly ConcurrentDictionary<string, byte[]> Images = new(StringComparer.Ordinal);

    /// <param name="folder">The problem.</param>
    /// <param name="file">The evaluator's file.</param>
    /// <param name="check">The second verifier's, which may use the evaluator's types; null for none.</param>
    /// <exception cref="ProblemFolderException">It does not compile; the message lists the errors.</exception>
    public static byte[] Compile(ProblemFolder folder, string file, string? check = null)
    {
        var source = new Artifact(new[] { file, check }.OfType<string>().Distinct(StringComparer.Ordinal).Select(name => KeyValuePair.Create(Path.GetFileName(name), Utf8File.Read(folder.Find(name)))));
        var uses = string.Join(' ', folder.File.Evaluator.Uses);
        return Images.GetOrAdd($"{source.Id} {uses}", _ =>
        {
            var result = Compilers.GetOrAdd(uses, _ => CompilerFor(folder.File.Evaluator.Uses)).Compile(source, "evaluator");
            return result.Image ?? throw new ProblemFolderException($"The evaluator {string.Join(" with ", source.Files.Keys)} does not compile:{Environment.NewLine}{result.Feedback}");
        });
    }

    private static CandidateCompiler CompilerFor(IEnumerable<string> names) => new(names.Aggregate(Engine, (references, name) => references.With(Beside(name))));

    // Levels do not know each other, so the name of one is all there is here: the program that holds them all has it beside itself, and so does the worker.
    private static Assembly Beside(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name));
        }
        catch (Exception missing) when (missing is IOException or BadImageFormatException or ArgumentException)
        {
            throw new ProblemFolderException($"problem.json: 'evaluator.uses' names '{name}', which is no assembly of this program; expected one such as 'Cambrian.Chips'.", missing);
        }
    }
}
