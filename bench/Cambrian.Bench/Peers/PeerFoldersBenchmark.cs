using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Cambrian.Algorithms.Evaluators;
using Cambrian.Algorithms.Folders;
using Cambrian.Bench.Measuring;
using Cambrian.Bench.Problems;
using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.Sandbox;
using Cambrian.Sandbox.Python;

namespace Cambrian.Bench.Peers;

/// <summary>Peers' examples, unmodified: what their seed is worth to their own engine and to this one, and what a run without a model makes of it.</summary>
public sealed class PeerFoldersBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "peers-folders";

    /// <inheritdoc/>
    public string Purpose => "examples of OpenEvolve and ShinkaEvolve, unmodified: seed scores by their own code and by ours, best after a run (--openevolve, --shinka, --algotune, --group, --only, --time)";

    /// <inheritdoc/>
    public async Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var group = arguments.Text("group");
        var only = arguments.Text("only");
        var time = arguments.Number("time", 20);
        var python = arguments.Text("python") ?? "/usr/bin/python3";
        var places = new Places(arguments.Text("openevolve"), arguments.Text("shinka"), arguments.Text("algotune"));
        arguments.RequireAllKnown();

        var report = new Report($"Peers' folders{(group is null ? "" : $": {group}")}");
        report.Note("'Own' is the score of the folder's seed by the peer's own code (OpenEvolve's Evaluator and fitness, ShinkaEvolve's run_shinka_eval), outside of any sandbox; 'ours' that of `cambrian check`, in the sandbox and a warm forking worker; both three times (less often where that takes more than a minute), with equally seeded generators. "
            + $"'Best' is the winner of `cambrian run FOLDER --time {time}s`, without a model, measured again with other chance; there is none where the seed alone takes more than a quarter of that time. Where a score holds a time, it is noisy.");
        var table = new Table("Examples.", ["example", "own", "ours", "equal", $"best after {time} s", "evaluations", "numeric", "improved"]);
        using var scratch = new ScratchFolder();
        foreach (var example in PeerExample.All.Where(example => (group is null || example.Group == group) && (only is null || example.Path.EndsWith(only, StringComparison.Ordinal)) && places.Has(example)))
        {
            var folder = ProblemFolder.Load(places.Folder(example));
            var own = await OwnAsync(places, example, folder, python, cancellation);
            var start = Stopwatch.GetTimestamp();
            var ours = await OursAsync(places, example, folder, cancellation);
            var takes = Stopwatch.GetElapsedTime(start) / ours.Count;
            var seed = ours.Order().ElementAt(ours.Count / 2);
            var best = 4 * takes > TimeSpan.FromSeconds(time) ? null : await RunAsync(places, example, $"{time}s", scratch.File(example.Path.Replace('/', '-')), cancellation);
            string[] cells =
            [
                example.Path, Exact(own[0]), Exact(seed), PeerExample.Compare(own, ours),
                .. best is null ? ["–", "–"] : new[] { Exact(best.Validation), $"{best.Number("evaluations"):N0}" },
                example.IsNumeric ? "yes" : "–", best is null ? "–" : best.Validation > seed ? "yes" : "no",
            ];
            table.Add(cells);
            await Console.Error.WriteLineAsync(string.Join(" ", cells));
        }

        report.Add(table);
        return report;
    }

    private static async Task<IReadOnlyList<double>> OwnAsync(Places places, PeerExample example, ProblemFolder folder, string python, CancellationToken cancellation)
    {
        var chance = PythonEvaluator.ChanceOf(folder.Seed, $"{Split.Training}").ToString(CultureInfo.InvariantCulture);
        string[] words = [Repository.Find("bench/peers/own_score.py"), .. places.Checkout(example), "--repeats", "3", "--chance", chance, folder.Path];
        var child = await Child.RunAsync(python, words, cancellation, environment: [("OPENBLAS_NUM_THREADS", "1"), ("PYTHONHASHSEED", "0"), ("PYTHONDONTWRITEBYTECODE", "1"), ("PYTHONPATH", Repository.Find("bench/peers/stand-ins"))]);
        using var json = JsonDocument.Parse(child.Required($"The own score of {example.Path}").TrimEnd().Split('\n')[^1]);
        return [.. json.RootElement.GetProperty("scores").EnumerateArray().Select(score => score.GetDouble())];
    }

    private static async Task<IReadOnlyList<double>> OursAsync(Places places, PeerExample example, ProblemFolder folder, CancellationToken cancellation)
    {
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: cancellation);
        await using var evaluators = new ProblemEvaluators(folder, sandbox, parallel: 1, places.Also(example));
        var evaluator = evaluators.For(Split.Training);
        List<double> scores = [];
        var start = Stopwatch.GetTimestamp();
        while (scores.Count < 3 && (scores.Count == 0 || Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1)))
        {
            var evaluation = await evaluator.EvaluateAsync(folder.Seed, rival: null, cancellation);
            scores.Add(evaluation.Outcome == Outcome.Valid ? evaluation.Score : throw new InvalidOperationException($"{example.Path}: {evaluation.Feedback}"));
        }

        return scores;
    }

    private static async Task<RunSummary> RunAsync(Places places, PeerExample example, string time, string place, CancellationToken cancellation)
    {
        string[] words = ["run", places.Folder(example), "--time", time, "--json", "--out", place, .. places.Also(example).SelectMany(folder => new[] { "--also", folder })];
        var child = await Child.RunAsync(Repository.Find("cambrian"), words, cancellation);
        using var json = JsonDocument.Parse(child.Required($"The run of {example.Path}").TrimEnd().Split('\n')[^1]);
        return new RunSummary(Seed: 1, json.RootElement.Clone());
    }

    private static string Exact(double score) => double.IsNaN(score) ? "–" : score.ToString("0.########", CultureInfo.InvariantCulture);

    private sealed record Places(string? OpenEvolve, string? Shinka, string? AlgoTune)
    {
        public bool Has(PeerExample example) => example.Group == PeerExample.Shinka ? Shinka is not null : OpenEvolve is not null && (!NeedsAlgoTune(example) || AlgoTune is not null);

        public string Folder(PeerExample example) => Path.Combine(Root(example), "examples", example.Path);

        public IEnumerable<string> Checkout(PeerExample example) => [example.Group == PeerExample.Shinka ? "--shinka" : "--openevolve", Root(example)];

        public IReadOnlyList<string> Also(PeerExample example) =>
            NeedsAlgoTune(example) ? [Path.GetFullPath(AlgoTune!), Repository.Find("bench/peers/stand-ins")] : []; // Has() came before

        private static bool NeedsAlgoTune(PeerExample example) => example.Group is PeerExample.AlgoTune or PeerExample.Slow;

        private string Root(PeerExample example) => example.Group == PeerExample.Shinka ? Shinka! : OpenEvolve!; // Has() came before
    }
}
