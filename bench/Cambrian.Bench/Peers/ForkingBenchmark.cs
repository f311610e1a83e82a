using System.Diagnostics;
using System.Globalization;
using Cambrian.Bench.Measuring;
using Cambrian.Core;
using Cambrian.Sandbox;
using Cambrian.Sandbox.Evaluators;
using Cambrian.Sandbox.Python;

namespace Cambrian.Bench.Peers;

/// <summary>What it saves to import once and fork: evaluations per second of a Python evaluator that imports NumPy, and SciPy beside it.</summary>
public sealed class ForkingBenchmark : IBenchmark
{
    private const string Evaluator = """
        import importlib.util
        {imports}

        def evaluate(program_path):
            spec = importlib.util.spec_from_file_location("program", program_path)
            program = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(program)
            return {"combined_score": float(np.sum(program.values(np)))}
        """;

    private const string Command = """
        import json, sys
        from evaluator import evaluate
        print(json.dumps({"score": evaluate(sys.argv[1] + "/initial_program.py")["combined_score"]}))
        """;

    /// <inheritdoc/>
    public string Name => "forking";

    /// <inheritdoc/>
    public string Purpose => "evaluations per second of a Python evaluator that imports NumPy: a fresh process for each, and a fork of a warm worker";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var repeats = arguments.Number("repeats", 5);
        var (fresh, warm) = (arguments.Number("fresh", 8), arguments.Number("warm", 200));
        arguments.RequireAllKnown();

        using var sandbox = await SandboxRunner.OpenAsync(cancellation: cancellation);
        var report = new Report("Forking worker");
        report.Note($"Isolation: {sandbox.Isolation}. One evaluation at a time, each of another program; the evaluator imports the program and sums an array. Wall and processor time by evaluation, median (least–greatest) of {repeats} repetitions of {fresh} fresh and {warm} forked ones, in turn; ratios are medians over pairs.");
        var table = new Table("Evaluations per second.", ["imports", "fresh process", "warm fork", "ratio", "CPU ms, fresh", "CPU ms, fork", "ratio "]);
        foreach (var (name, imports) in new[] { ("numpy", "import numpy as np"), ("numpy, scipy.optimize", "import numpy as np\nimport scipy.optimize") })
        {
            using var folder = new ScratchFolder();
            var place = Path.GetDirectoryName(folder.File("evaluator.py"))!; // a file has a folder
            await File.WriteAllTextAsync(folder.File("evaluator.py"), Evaluator.Replace("{imports}", imports, StringComparison.Ordinal), cancellation);
            await File.WriteAllTextAsync(folder.File("command.py"), Command, cancellation);
            await File.WriteAllTextAsync(folder.File("initial_program.py"), Program(0), cancellation);
            var (slow, quick) = await MeasureAsync(sandbox, place, (repeats, fresh, warm), cancellation);
            var ratio = quick.Rate.RatioTo(slow.Rate);
            table.Add(name, slow.Rate, quick.Rate, ratio, slow.Cpu, quick.Cpu, slow.Cpu.RatioTo(quick.Cpu));
            report.AtLeast(10, $"evaluations/s of a warm fork ÷ fresh process, {name}", ratio);
        }

        report.Add(table);
        return report;
    }

    private static async Task<((Sample Rate, Sample Cpu) Fresh, (Sample Rate, Sample Cpu) Warm)> MeasureAsync(
        SandboxRunner sandbox, string folder, (int Repeats, int Fresh, int Warm) counts, CancellationToken cancellation)
    {
        var command = new CommandEvaluator(sandbox, new CommandEvaluatorOptions { ProblemFolder = folder, Run = ["/usr/bin/python3", "command.py", "{candidate}"], Split = "training" });
        await using var workers = new PythonWorkers(sandbox, new PythonEvaluatorOptions
        {
            ProblemFolder = folder,
            Evaluator = "evaluator.py",
            Importing = ["evaluator.py"],
            Contract = Path.Combine(AppContext.BaseDirectory, "Peers", "openevolve_contract.py"),
            Settings = new() { ["cascade"] = false, ["thresholds"] = new System.Text.Json.Nodes.JsonArray(), ["features"] = new System.Text.Json.Nodes.JsonArray() },
            TimeLimit = TimeSpan.FromSeconds(20),
        });
        var forking = new PythonEvaluator(workers, "training");
        await RateAsync(forking, 3, cancellation);
        List<(double Rate, double Cpu)> slow = [], quick = [];
        for (var repeat = 0; repeat < counts.Repeats; repeat++)
        {
            slow.Add(await RateAsync(command, counts.Fresh, cancellation));
            quick.Add(await RateAsync(forking, counts.Warm, cancellation));
        }

        return (Samples(slow), Samples(quick));
    }

    private static (Sample Rate, Sample Cpu) Samples(List<(double Rate, double Cpu)> measured) => (new([.. measured.Select(one => one.Rate)]), new([.. measured.Select(one => one.Cpu)]));

    private static async Task<(double Rate, double Cpu)> RateAsync(IEvaluator evaluator, int count, CancellationToken cancellation)
    {
        var cpu = TimeSpan.Zero;
        var start = Stopwatch.GetTimestamp();
        for (var index = 0; index < count; index++)
        {
            var evaluation = await evaluator.EvaluateAsync(Artifact.Of("initial_program.py", Program(index)), rival: null, cancellation);
            cpu += evaluation.Outcome == Outcome.Valid ? evaluation.Cpu : throw new InvalidOperationException(evaluation.Feedback);
        }

        return (count / Stopwatch.GetElapsedTime(start).TotalSeconds, cpu.TotalMilliseconds / count);
    }

    private static string Program(int number) => string.Create(CultureInfo.InvariantCulture, $"def values(np):\n    return np.arange({number + 1})\n");
}
