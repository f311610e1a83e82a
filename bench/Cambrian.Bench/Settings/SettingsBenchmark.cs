using Cambrian.Bench.Measuring;
using Cambrian.Bench.Problems;

namespace Cambrian.Bench.Settings;

/// <summary>How a rule of bin-packing-stateful does where it was not trained: other capacities and other numbers of items, next to best fit.</summary>
public sealed class SettingsBenchmark : IBenchmark
{
    private const string Problem = "bin-packing-stateful";
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

        var seed = Repository.Find($"problems/{Problem}/seed/Rule.cs");
        var table = new Table("Excess bins over the lower bound in per cent.", ["capacity", "items", "instances", "best fit", "rule"]);
        foreach (var setting in Setting.All)
        {
            table.Add($"{setting.Capacity}", $"{setting.Items:N0}", $"{setting.Instances}",
                Exact(await ExcessAsync(seed, setting, cancellation)), Exact(await ExcessAsync(path, setting, cancellation)));
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

    private static async Task<double> ExcessAsync(string rule, Setting setting, CancellationToken cancellation)
    {
        await using var trial = await ProblemTrial.OpenAsync(Problem, Entry, uses: null, TimeSpan.FromMinutes(2), cancellation);
        await File.WriteAllLinesAsync(trial.File(DataFile), setting.Lines(), cancellation);
        return (await trial.RunAsync("Rule.cs", await File.ReadAllTextAsync(rule, cancellation), cancellation)).Score;
    }

    private static string Exact(double excess) => excess.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
}
