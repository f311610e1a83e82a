using System.Globalization;
using System.Text.Json;
using Cambrian.Bench.Measuring;

namespace Cambrian.Bench.Problems;

/// <summary>Runs the shipped problems as a user would, over several seeds, and tabulates what came out on the sealed cases.</summary>
public sealed class ProblemsBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "problems";

    /// <inheritdoc/>
    public string Purpose => "the shipped problems over seeds 1 to 5: sealed scores and CPU seconds (about half an hour; --problems a,b and --time 10s for less)";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var names = arguments.Text("problems")?.Split(',') ?? [.. Trial.All.Select(trial => trial.Name)];
        var seeds = arguments.Numbers("seeds", 1, 2, 3, 4, 5);
        var time = arguments.Text("time");
        arguments.RequireAllKnown();

        var report = new Report("Problems");
        report.Note("Each run is `./cambrian run problems/NAME --time TIME --seed SEED --json`. Scores are those of the winner on the sealed test cases, which are scored once, after the search; they are in the problem's own direction. "
            + "'Required' and 'goal' are those of the project's issue 2; for bin-packing-or and tsp-constructive they are means over the sizes, which the problem's own README takes apart.");
        var summary = new Table("Sealed scores.", ["problem", "time", .. seeds.Select(seed => $"seed {seed}"), "median", "required", "met", "goal", "met ", "CPU s"]);
        var runs = new Table("Every run.", ["problem", "seed", "training", "validation", "test", "steps", "evaluations", "CPU s", "elapsed s", "isolation"]);
        using var scratch = new ScratchFolder();
        foreach (var trial in names.Select(name => Trial.All.First(trial => trial.Name == name)).Select(trial => trial with { Time = time ?? trial.Time }))
        {
            List<RunSummary> lines = [];
            foreach (var seed in seeds)
            {
                var line = await RunAsync(trial, seed, scratch, cancellation);
                lines.Add(line);
                runs.Add(trial.Name, $"{seed}", Exact(line.Training), Exact(line.Validation), Exact(line.Test), $"{line.Number("steps"):N0}", $"{line.Number("evaluations"):N0}",
                    line.Number("cpu_seconds"), line.Number("elapsed_seconds"), line.Isolation);
            }

            summary.Add([trial.Name, trial.Time, .. lines.Select(line => Exact(line.Test)), Exact(new Sample([.. lines.Select(line => line.Test)]).Median),
                Exact(trial.Required), Met(trial, trial.Required, lines), Exact(trial.Goal), Met(trial, trial.Goal, lines), new Sample([.. lines.Select(line => line.Number("cpu_seconds"))]).Median]);
        }

        report.Add(summary);
        report.Add(runs);
        return report;
    }

    private static async Task<RunSummary> RunAsync(Trial trial, int seed, ScratchFolder scratch, CancellationToken cancellation)
    {
        string[] words = ["run", Repository.Find($"problems/{trial.Name}"), "--time", trial.Time, "--seed", seed.ToString(CultureInfo.InvariantCulture), "--json", "--out", scratch.File($"{trial.Name}-{seed}")];
        var child = await Child.RunAsync(Repository.Find("cambrian"), words, cancellation);
        using var json = JsonDocument.Parse(child.Required($"The run of {trial.Name} with seed {seed}").TrimEnd().Split('\n')[^1]);
        return new RunSummary(seed, json.RootElement.Clone());
    }

    // Scores differ in the sixth digit where it matters.
    private static string Exact(double score) => double.IsNaN(score) ? "–" : score.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Met(Trial trial, double bound, IReadOnlyList<RunSummary> lines) =>
        double.IsNaN(bound) ? "–" : $"{lines.Count(line => trial.Reaches(line.Test, bound))} of {lines.Count}";
}
