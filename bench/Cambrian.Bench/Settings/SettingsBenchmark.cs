using Cambrian.Bench.Measuring;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Evaluators;
using Cambrian.CSharp.Kernels;
using Cambrian.Sandbox;

namespace Cambrian.Bench.Settings;

/// <summary>How a rule of bin-packing-stateful does where it was not trained: other capacities and other numbers of items, next to best fit.</summary>
public sealed class SettingsBenchmark : IBenchmark
{
    private const string Problem = "problems/bin-packing-stateful";
    private const string Entry = "Rule.Priority";
    private const string DataFile = "weibull-5k-funsearch.txt";

    /// <inheritdoc/>
    public string Name => "settings";

    /// <inheritdoc/>
    public string Purpose => "a rule of bin-packing-stateful at other capacities and numbers of items (--run FOLDER for a run's winner, or --rule FILE; about a minute)";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var (run, rule) = (arguments.Text("run"), arguments.Text("rule"));
        arguments.RequireAllKnown();
        using var scratch = new ScratchFolder();
        var path = (run, rule) switch
        {
            ({ } folder, null) => await WinnerAsync(folder, scratch, cancellation),
            (null, { } file) => file,
            _ => throw new ArgumentException("Give one of --run FOLDER, a run's folder, and --rule FILE, a rule's source.", nameof(arguments)),
        };

        var seed = Repository.Find($"{Problem}/seed/Rule.cs");
        var table = new Table("Excess bins over the lower bound in per cent.", ["capacity", "items", "instances", "best fit", "rule"]);
        foreach (var setting in Setting.All)
        {
            var data = scratch.File($"{setting.Capacity}-{setting.Items}");
            Directory.CreateDirectory(data);
            await File.WriteAllLinesAsync(Path.Combine(data, DataFile), setting.Lines(), cancellation);
            table.Add($"{setting.Capacity}", $"{setting.Items:N0}", $"{setting.Instances}",
                Exact(await ExcessAsync(seed, data, cancellation)), Exact(await ExcessAsync(path, data, cancellation)));
        }

        var report = new Report("Settings");
        report.Note("Fresh instances with Weibull items, scored by the problem's own evaluator; the number of items to come is what an instance has.");
        report.Add(table);
        report.Note($"The rule:\n\n```csharp\n{(await File.ReadAllTextAsync(path, cancellation)).TrimEnd()}\n```");
        return report;
    }

    private static async Task<string> WinnerAsync(string run, ScratchFolder scratch, CancellationToken cancellation)
    {
        var folder = scratch.File("winner");
        var child = await Child.RunAsync(Repository.Find("cambrian"), ["best", run, "--out", folder], cancellation);
        child.Required($"The winner of {run}");
        return Path.Combine(folder, "Rule.cs");
    }

    // The problem's evaluator reads its sealed cases from the data folder, so that it can be shown other ones.
    private static async Task<double> ExcessAsync(string rule, string data, CancellationToken cancellation)
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: cancellation);
        var options = new CSharpEvaluatorOptions
        {
            EvaluatorImage = EvaluatorImage(),
            Entry = Entry,
            Split = Split.Test,
            DataFolder = data,
            Direction = Direction.Minimise,
            TimeLimit = TimeSpan.FromMinutes(2),
        };

        // A reader that refuses every rule leaves it to the compiler, which takes any program.
        var preparation = new ProgramPreparation(Entry, new KernelReader(new RuleSignature { Entry = Entry }, maxSize: 0), ApiAllowList.Default);
        await using var evaluator = new CSharpEvaluator(options, preparation, sandbox);
        var evaluation = await evaluator.EvaluateAsync(Artifact.Of("Rule.cs", await File.ReadAllTextAsync(rule, cancellation)), rival: null, cancellation);
        return evaluation.Outcome == Outcome.Valid ? 0 - evaluation.Score : throw new InvalidOperationException($"{rule} does not do: {evaluation.Feedback}");
    }

    private static byte[] EvaluatorImage()
    {
        var source = File.ReadAllText(Repository.Find($"{Problem}/evaluator.cs"));
        var compiled = new CandidateCompiler(ReferenceSet.Framework.With(typeof(Split).Assembly)).Compile(Artifact.Of("evaluator.cs", source), "evaluator");
        return compiled.Image ?? throw new InvalidOperationException(compiled.Feedback);
    }

    private static string Exact(double excess) => excess.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
}
