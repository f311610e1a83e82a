using System.Runtime.Loader;
using Cambrian.Bench.Measuring;
using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Kernels;
using Cambrian.Numerics.Expressions;

namespace Cambrian.Bench.Candidates;

/// <summary>Makes programs ready and runs them on some points, in this process and on one thread, by one engine.</summary>
public sealed class EnginesProbe : IProbe
{
    // Made when it is needed: other probes share this process's start, and the compiler is large.
    private readonly Lazy<CandidateCompiler> _compiler = new(() => new CandidateCompiler(ReferenceSet.Candidate, ApiAllowList.Default));
    private double[][] _points = [];

    /// <summary>The engines, by name.</summary>
    public static IReadOnlyList<string> Engines { get; } = ["compiler", "compiler, by 16", "compiler, by 64", "IL", "bytecode", "columns"];

    /// <inheritdoc/>
    public string Name => "engines";

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, double>> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var engine = arguments.Text("engine") ?? "compiler";
        var candidates = arguments.Number("candidates", 640);
        var points = arguments.Number("points", 400);
        arguments.RequireAllKnown();

        _points = [[.. Spread(points, 1)], [.. Spread(points, 2)]];
        var programs = new RulePrograms();
        // Compilers get faster for a long time: the runtime compiles them in the background.
        foreach (var batch in programs.Take(candidates).Chunk(Batch(engine)))
        {
            Score(engine, batch);
        }

        var measured = programs.Take(candidates);
        var sum = 0L;
        var meter = Meter.Of(() =>
        {
            foreach (var batch in measured.Chunk(Batch(engine)))
            {
                sum += Score(engine, batch);
            }
        });
        return Task.FromResult<IReadOnlyDictionary<string, double>>(new Dictionary<string, double>
        {
            ["us"] = meter.Cpu.TotalMicroseconds / candidates,
            ["bytes"] = (double)meter.Bytes / candidates,
            ["above_half"] = sum,
        });
    }

    private static int Batch(string engine) => engine.Contains("by 16", StringComparison.Ordinal) ? 16 : engine.Contains("by 64", StringComparison.Ordinal) ? 64 : 1;

    private long Score(string engine, IReadOnlyList<KernelProgram> programs) => engine switch
    {
        "IL" => programs.Sum(program => Sum(ExpressionCompiler.Compile<Func<double, double, double>>(program.Inlined, []))),
        "bytecode" => programs.Sum(program => Sum(new Bytecode(program.Inlined, []))),
        "columns" => programs.Sum(program => Columns.Evaluate(program.Inlined, _points).LongCount(value => value > 0.5)),
        _ => Compiled(programs).Sum(Sum),
    };

    // One assembly for all of them, each in a namespace of its own.
    private IEnumerable<Func<double, double, double>> Compiled(IReadOnlyList<KernelProgram> programs)
    {
        var files = programs.Select((program, index) => KeyValuePair.Create($"{index}.cs", $"namespace N{index};\n{program.Artifact.Files.Values.Single()}"));
        var compiled = _compiler.Value.Compile(new Artifact(files));
        var image = compiled.Image ?? throw new InvalidOperationException(compiled.Feedback);
        var assembly = new AssemblyLoadContext(name: null).LoadFromStream(new MemoryStream(image));
        return programs.Select((_, index) => assembly.GetType($"N{index}.Candidate", throwOnError: true)!.GetMethod("Rule")!.CreateDelegate<Func<double, double, double>>()); // every program declares it
    }

    private long Sum(Func<double, double, double> rule)
    {
        var sum = 0L;
        for (var row = 0; row < _points[0].Length; row++)
        {
            sum += rule(_points[0][row], _points[1][row]) > 0.5 ? 1 : 0;
        }

        return sum;
    }

    private long Sum(Bytecode rule)
    {
        var sum = 0L;
        Span<double> inputs = stackalloc double[2];
        for (var row = 0; row < _points[0].Length; row++)
        {
            (inputs[0], inputs[1]) = (_points[0][row], _points[1][row]);
            sum += rule.Run(inputs) > 0.5 ? 1 : 0;
        }

        return sum;
    }

    private static IEnumerable<double> Spread(int points, int seed)
    {
        var random = Randomness.From(seed);
        return Enumerable.Range(0, points).Select(_ => random.NextDouble());
    }
}
