using System.Collections.Immutable;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Report;
using Cambrian.Runs;

namespace Cambrian.Tests;

/// <summary>A run written by hand, step by step.</summary>
internal sealed class ScriptedRun
{
    private readonly List<Step> _steps = [];

    public Artifact Seed { get; init; } = Artifact.Of("rule.txt", "first\nsecond\nthird\n");

    public ProblemFile File { get; init; } = new()
    {
        Title = "A problem",
        Direction = Direction.Minimise,
        Unit = "points",
        Evaluator = new EvaluatorSection { File = "evaluator.cs", Entry = "Rule.Run" },
        Known = [new KnownValueSection { Name = "paper", Value = 2, Source = "Somebody 2020" }],
    };

    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Adds an admitted step; the score is oriented.</summary>
    public ScriptedRun Admit(double score, string text, string origin = "edit", params int[] parents) => Add(
        origin,
        parents,
        Seed.With("rule.txt", text),
        new Evaluation { Outcome = Outcome.Valid, Score = score, Cases = [score - 1, score + 1], Cost = 2, Isolation = "L3 test", Metrics = ImmutableSortedDictionary<string, double>.Empty.Add("width", -score) },
        Verdict.Admit());

    /// <summary>Adds a step whose child failed.</summary>
    public ScriptedRun Fail(string feedback, string origin = "edit", params int[] parents) =>
        Add(origin, parents, Seed.With("rule.txt", feedback), Evaluation.None(Outcome.Failed, feedback), Verdict.Reject("failed"));

    /// <summary>Adds a step without a child.</summary>
    public ScriptedRun Nothing(string origin = "edit", params int[] parents) => Add(origin, parents, null, null, Verdict.Reject("no child"));

    public async IAsyncEnumerable<Step> ReadAsync()
    {
        foreach (var step in _steps)
        {
            yield return await Task.FromResult(step);
        }
    }

    public async Task<ReportSubject> SubjectAsync(double? test = null, string title = "A problem")
    {
        var file = File with { Title = title };
        var reading = await RunReading.ReadAsync(ReadAsync(), file, TestContext.Current.CancellationToken);
        return new ReportSubject
        {
            Folder = new ProblemFolder
            {
                Path = "/nowhere/scripted",
                File = file,
                Problem = new Problem { Name = "scripted", Statement = title, Direction = file.Direction, Seeds = [Seed] },
                Cheats = new Dictionary<string, Artifact>(StringComparer.Ordinal),
                References = new Dictionary<string, Artifact>(StringComparer.Ordinal),
                Improver = Seed,
            },
            Options = new RunOptions { Seed = 7 },
            Reading = reading,
            Result = test is { } score && reading.Best is { } best ? new RunResult { Winner = best, Validation = score, Test = score, SealedOpenings = 1 } : null,
            RunPath = "runs/scripted-7-1",
        };
    }

    private ScriptedRun Add(string origin, int[] parents, Artifact? child, Evaluation? evaluation, Verdict verdict)
    {
        _steps.Add(new Step
        {
            Number = _steps.Count,
            Parents = parents,
            ParentScore = parents.Select(parent => _steps[parent].Evaluation!.Score).DefaultIfEmpty(double.NegativeInfinity).Max(),
            Origin = origin,
            Child = child,
            Evaluation = evaluation,
            Verdict = verdict,
        });
        return this;
    }
}
