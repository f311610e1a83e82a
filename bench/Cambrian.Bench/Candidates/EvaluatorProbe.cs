using System.Diagnostics;
using Cambrian.Bench.Measuring;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Evaluators;
using Cambrian.CSharp.Kernels;
using Cambrian.Sandbox;

namespace Cambrian.Bench.Candidates;

/// <summary>Measures programs the way a run does: prepared in this process, run in a sandboxed worker, scored by a judge in another one.</summary>
public sealed class EvaluatorProbe : IProbe
{
    /// <inheritdoc/>
    public string Name => "evaluator";

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, double>> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var compiled = arguments.Text("tier") == "compiled";
        var parallel = arguments.Number("parallel", 1);
        var candidates = arguments.Number("candidates", 1_000);
        arguments.RequireAllKnown();

        using var sandbox = await SandboxRunner.OpenAsync(cancellation: cancellation);
        var programs = new RulePrograms();
        // A reader that refuses every rule leaves it to the compiler.
        var reader = compiled ? new KernelReader(programs.Reader.Signature, maxSize: 0) : programs.Reader;
        await using var evaluator = new CSharpEvaluator(
            new CSharpEvaluatorOptions { EvaluatorImage = EvaluatorImage(), Entry = RulePrograms.Entry, Direction = Direction.Minimise, Parallel = parallel },
            new ProgramPreparation(RulePrograms.Entry, reader, ApiAllowList.Default),
            sandbox);
        await EvaluateAsync(evaluator, programs.Take(candidates / 2), parallel, cancellation);

        var measured = programs.Take(candidates);
        var (contained, start) = (sandbox.Cpu, Stopwatch.GetTimestamp());
        var meter = await Meter.OfAsync(() => EvaluateAsync(evaluator, measured, parallel, cancellation));
        return new Dictionary<string, double>
        {
            ["host_us"] = meter.Cpu.TotalMicroseconds / candidates,
            ["workers_us"] = (sandbox.Cpu - contained).TotalMicroseconds / candidates,
            ["per_second"] = candidates / Stopwatch.GetElapsedTime(start).TotalSeconds,
        };
    }

    private static async Task EvaluateAsync(CSharpEvaluator evaluator, IReadOnlyList<KernelProgram> programs, int parallel, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation };
        await Parallel.ForEachAsync(programs, options, async (program, token) =>
        {
            var evaluation = await evaluator.EvaluateAsync(program.Artifact, rival: null, token);
            if (evaluation.Outcome != Outcome.Valid)
            {
                throw new InvalidOperationException($"A program was to be valid, but: {evaluation.Feedback}");
            }
        });
    }

    private static byte[] EvaluatorImage()
    {
        var source = File.ReadAllText(Repository.Find("bench/Cambrian.Bench/Candidates/curve.cs"));
        var compiled = new CandidateCompiler(ReferenceSet.Framework.With(typeof(Split).Assembly)).Compile(Artifact.Of("evaluator.cs", source), "evaluator");
        return compiled.Image ?? throw new InvalidOperationException(compiled.Feedback);
    }
}
