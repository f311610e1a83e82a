using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Evaluators;
using Cambrian.CSharp.Kernels;
using Cambrian.Sandbox;

namespace Cambrian.Bench.Policies;

/// <summary>Runs searches under policies, in the sandbox and by the problem's own evaluator: its cases are read from a folder, so that it can be shown other ones.</summary>
public sealed class PolicyTrial : IAsyncDisposable
{
    private const string Problem = "problems/engine-policy";
    private const string Entry = "SearchPolicy.Decide";

    // The first searches of a process are compiled while they run.
    private const int WarmUps = 12;

    private readonly IReadOnlyList<PlannedSearch> _searches;
    private readonly ScratchFolder _scratch;
    private readonly SandboxRunner _sandbox;
    private readonly CSharpEvaluator _evaluator;

    private PolicyTrial(IReadOnlyList<PlannedSearch> searches, ScratchFolder scratch, SandboxRunner sandbox)
    {
        (_searches, _scratch, _sandbox) = (searches, scratch, sandbox);
        var options = new CSharpEvaluatorOptions
        {
            EvaluatorImage = EvaluatorImage(),
            Entry = Entry,
            Split = Split.Test,
            DataFolder = scratch.File(""),
            TimeLimit = TimeSpan.FromMinutes(10),
            Parallel = 1,
        };

        // A reader that refuses every rule leaves it to the compiler, which takes any program.
        var preparation = new ProgramPreparation(Entry, new KernelReader(new RuleSignature { Entry = Entry }, maxSize: 0), ApiAllowList.Default);
        _evaluator = new CSharpEvaluator(options, preparation, sandbox);
    }

    /// <summary>What a search took.</summary>
    /// <param name="Work">In steps and their evaluations.</param>
    /// <param name="Seconds">Processor time.</param>
    public sealed record Cost(double Work, double Seconds);

    /// <summary>Prepares searches.</summary>
    public static async Task<PolicyTrial> OpenAsync(IReadOnlyList<PlannedSearch> searches, CancellationToken cancellation)
    {
        var scratch = new ScratchFolder();
        var warmUps = Enumerable.Range(1, WarmUps).Select(seed => (searches[0] with { Seed = seed, Work = 400 }).Line("work"));
        await File.WriteAllLinesAsync(scratch.File("test.txt"), [.. warmUps, .. searches.SelectMany(search => new[] { search.Line("work"), search.Line("seconds") })], cancellation);
        return new PolicyTrial(searches, scratch, await SandboxRunner.OpenAsync(cancellation: cancellation));
    }

    /// <summary>Runs all searches under one policy.</summary>
    public async Task<IReadOnlyList<Cost>> RunAsync(string policy, CancellationToken cancellation)
    {
        var evaluation = await _evaluator.EvaluateAsync(Artifact.Of("SearchPolicy.cs", policy), rival: null, cancellation);
        return evaluation.Outcome == Outcome.Valid
            ? [.. evaluation.Cases.Skip(WarmUps).Chunk(2).Select(pair => new Cost(pair[0], pair[1]))]
            : throw new InvalidOperationException($"The policy does not do: {evaluation.Feedback}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _evaluator.DisposeAsync();
        _sandbox.Dispose();
        _scratch.Dispose();
    }

    private static byte[] EvaluatorImage()
    {
        var source = File.ReadAllText(Repository.Find($"{Problem}/evaluator.cs"));
        var references = ReferenceSet.Framework.With(typeof(Split).Assembly).With(typeof(Loop).Assembly).With(typeof(KernelReader).Assembly);
        var compiled = new CandidateCompiler(references).Compile(Artifact.Of("evaluator.cs", source), "evaluator");
        return compiled.Image ?? throw new InvalidOperationException(compiled.Feedback);
    }
}
