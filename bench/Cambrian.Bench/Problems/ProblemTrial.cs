using System.Reflection;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Evaluators;
using Cambrian.CSharp.Kernels;
using Cambrian.Sandbox;

namespace Cambrian.Bench.Problems;

/// <summary>A problem's own evaluator, in the sandbox, that is shown other cases than the problem's.</summary>
public sealed class ProblemTrial : IAsyncDisposable
{
    private readonly ScratchFolder _scratch;
    private readonly SandboxRunner _sandbox;
    private readonly CSharpEvaluator _evaluator;

    private ProblemTrial(ScratchFolder scratch, SandboxRunner sandbox, CSharpEvaluator evaluator) => (_scratch, _sandbox, _evaluator) = (scratch, sandbox, evaluator);

    /// <summary>Compiles the evaluator.</summary>
    /// <param name="problem">The problem's folder under problems.</param>
    /// <param name="entry">What an artifact is asked, "Type.Method".</param>
    /// <param name="uses">What the evaluator refers to beside contracts and core; null for nothing.</param>
    /// <param name="timeLimit">For all cases together.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ProblemTrial> OpenAsync(string problem, string entry, Assembly? uses, TimeSpan timeLimit, CancellationToken cancellation)
    {
        var scratch = new ScratchFolder();
        var sandbox = await SandboxRunner.OpenAsync(cancellation: cancellation);
        var options = new CSharpEvaluatorOptions
        {
            EvaluatorImage = EvaluatorImage(problem, uses),
            Entry = entry,
            Split = Split.Test,
            DataFolder = scratch.File(""),
            TimeLimit = timeLimit,
            Memory = 2048L << 20,
        };

        // A reader that refuses every rule leaves it to the compiler, which takes any program.
        var preparation = new ProgramPreparation(entry, new KernelReader(new RuleSignature { Entry = entry }, maxSize: 0), ApiAllowList.Default);
        return new ProblemTrial(scratch, sandbox, new CSharpEvaluator(options, preparation, sandbox));
    }

    /// <summary>Path of a file in the folder that cases are read from.</summary>
    public string File(string name) => _scratch.File(name);

    /// <summary>Sets the cases.</summary>
    public Task ShowAsync(IEnumerable<string> lines, CancellationToken cancellation) => System.IO.File.WriteAllLinesAsync(File("test.txt"), lines, cancellation);

    /// <summary>What an artifact comes to; it is in no need of a direction, as nothing is compared.</summary>
    /// <param name="file">Its one file.</param>
    /// <param name="source">What the file says.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Evaluation> RunAsync(string file, string source, CancellationToken cancellation)
    {
        var evaluation = await _evaluator.EvaluateAsync(Artifact.Of(file, source), rival: null, cancellation);
        return evaluation.Outcome == Outcome.Valid ? evaluation : throw new InvalidOperationException($"{file} does not do: {evaluation.Feedback}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _evaluator.DisposeAsync();
        _sandbox.Dispose();
        _scratch.Dispose();
    }

    private static byte[] EvaluatorImage(string problem, Assembly? uses)
    {
        var source = System.IO.File.ReadAllText(Repository.Find($"problems/{problem}/evaluator.cs"));
        var references = ReferenceSet.Framework.With(typeof(Split).Assembly).With(typeof(Loop).Assembly);
        var compiled = new CandidateCompiler(uses is null ? references : references.With(uses)).Compile(Artifact.Of("evaluator.cs", source), "evaluator");
        return compiled.Image ?? throw new InvalidOperationException(compiled.Feedback);
    }
}
