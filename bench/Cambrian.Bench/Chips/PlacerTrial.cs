using Cambrian.Chips.Costs;
using Cambrian.Chips.Placing;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Evaluators;
using Cambrian.CSharp.Kernels;
using Cambrian.Sandbox;

namespace Cambrian.Bench.Chips;

/// <summary>Places chips under policies, in the sandbox and by the problem's own evaluator, which is shown other cases.</summary>
public sealed class PlacerTrial : IAsyncDisposable
{
    private const string Problem = "problems/chip-placer";
    private const string Entry = "PlacerPolicy.Decide";

    private readonly ScratchFolder _scratch;
    private readonly SandboxRunner _sandbox;
    private readonly CSharpEvaluator _evaluator;

    private PlacerTrial(ScratchFolder scratch, SandboxRunner sandbox)
    {
        (_scratch, _sandbox) = (scratch, sandbox);
        var options = new CSharpEvaluatorOptions
        {
            EvaluatorImage = EvaluatorImage(),
            Entry = Entry,
            Split = Split.Test,
            DataFolder = scratch.File(""),
            TimeLimit = TimeSpan.FromHours(2),
            Memory = 2048L << 20,
        };

        // A reader that refuses every rule leaves it to the compiler, which takes any program.
        var preparation = new ProgramPreparation(Entry, new KernelReader(new RuleSignature { Entry = Entry }, maxSize: 0), ApiAllowList.Default);
        _evaluator = new CSharpEvaluator(options, preparation, sandbox);
    }

    /// <summary>Prepares cases.</summary>
    /// <param name="cases">The cases, with what the policy written by hand reaches on each.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<PlacerTrial> OpenAsync(IReadOnlyList<(PlacerCase Case, ProxyCost ByHand)> cases, CancellationToken cancellation)
    {
        var scratch = new ScratchFolder();
        await File.WriteAllLinesAsync(scratch.File("test.txt"), cases.Select(one => one.Case.Line(one.ByHand)), cancellation);
        foreach (var chip in cases.Select(one => one.Case).DistinctBy(chip => chip.Design))
        {
            Directory.CreateDirectory(scratch.File(chip.Design));
            foreach (var file in new[] { "netlist.pb.txt.gz", "initial.plc.gz" })
            {
                File.Copy(Path.Combine(chip.Folder, file), scratch.File(Path.Combine(chip.Design, file)));
            }
        }

        return new PlacerTrial(scratch, await SandboxRunner.OpenAsync(cancellation: cancellation));
    }

    /// <summary>The proxy cost that a policy reaches, in that of the policy written by hand, case by case.</summary>
    public async Task<IReadOnlyList<double>> RunAsync(string policy, CancellationToken cancellation)
    {
        var evaluation = await _evaluator.EvaluateAsync(Artifact.Of("PlacerPolicy.cs", policy), rival: null, cancellation);
        return evaluation.Outcome == Outcome.Valid
            ? [.. evaluation.Cases.Select(Math.Abs)]
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
        var references = ReferenceSet.Framework.With(typeof(Split).Assembly).With(typeof(Loop).Assembly).With(typeof(Placer).Assembly);
        var compiled = new CandidateCompiler(references).Compile(Artifact.Of("evaluator.cs", source), "evaluator");
        return compiled.Image ?? throw new InvalidOperationException(compiled.Feedback);
    }
}
