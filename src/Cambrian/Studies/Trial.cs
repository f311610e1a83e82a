using System.Text.Json;
using Cambrian.Agents.Allocation;
using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Studies;

/// <summary>What one run of a study came to. Scores are oriented, of the cases that neither search nor selection saw.</summary>
internal sealed record Trial
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The arm's name.</summary>
    public required string Arm { get; init; }

    /// <summary>The run's seed: trials of equal seeds are pairs.</summary>
    public required int Seed { get; init; }

    /// <summary>The run's folder, relative to the study's.</summary>
    public required string Run { get; init; }

    /// <summary>The winner's score.</summary>
    public required double Score { get; init; }

    /// <summary>The starting program's score on the same cases.</summary>
    public required double Start { get; init; }

    /// <summary>Further numbers of the winner there, as the evaluator names them.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>The same of the starting program.</summary>
    public IReadOnlyDictionary<string, double> StartMetrics { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Steps, the seed's included, those left out that only measured an agent on one more task.</summary>
    public int Steps { get; init; }

    /// <summary>Evaluations, the seed's included; where a step measures one task, each is one of a task.</summary>
    public int Evaluations { get; init; }

    /// <summary>Children that passed every gate.</summary>
    public int Admitted { get; init; }

    /// <summary>Processor seconds of the engine and of all sandboxes, learning and hold-out included.</summary>
    public double CpuSeconds { get; init; }

    /// <summary>Best training score so far after so many evaluations, at every new best.</summary>
    public IReadOnlyList<CurvePoint> Curve { get; init; } = [];

    /// <summary>How many children failed each gate.</summary>
    public IReadOnlyDictionary<string, int> Rejections { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>What the run added: imp@k, the winner's score minus the starting program's (Hyperagents, arXiv 2603.19461).</summary>
    public double Gain => Score - Start;

    /// <summary>One line for the study's record.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads such a line; null for one that a killed process did not finish.</summary>
    public static Trial? FromJson(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Trial>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A trial from a run's steps and its result.</summary>
    /// <param name="arm">The arm's name.</param>
    /// <param name="run">The run's folder, relative to the study's.</param>
    /// <param name="steps">All steps, in order.</param>
    /// <param name="problem">Turns scores.</param>
    /// <param name="result">What the hold-out said.</param>
    /// <remarks>A winner that has no score on the sealed cases, where there are some, gained nothing: it counts as what it started from.</remarks>
    public static Trial Of((string Name, int Seed) arm, string run, IReadOnlyList<Step> steps, Problem problem, RunResult result)
    {
        // What is measured once more is no child.
        List<Step> children = [.. steps.Where(step => step.Origin != AllocatingProposer.Measure)];
        return new Trial
        {
            Arm = arm.Name,
            Seed = arm.Seed,
            Run = run,
            Score = problem.Orient(result.Test ?? result.SeedTest ?? result.Validation ?? result.Training ?? double.NaN),
            Start = problem.Orient((result.Winner.Step == 0 ? result.Test ?? result.Validation ?? result.Training : result.SeedTest) ?? double.NaN),
            Metrics = result.Test is null ? result.SeedMetrics : result.TestMetrics,
            StartMetrics = result.Winner.Step == 0 ? result.TestMetrics : result.SeedMetrics,
            Steps = children.Count,
            Evaluations = steps.Count(step => step.Evaluation is not null),
            Admitted = children.Count(step => step.Verdict.Admitted),
            Curve = [.. Bests(steps)],
            Rejections = children.Select(Rejection.KindOf).OfType<string>().CountBy(kind => kind).ToDictionary(StringComparer.Ordinal),
        };
    }

    private static IEnumerable<CurvePoint> Bests(IEnumerable<Step> steps)
    {
        var (evaluations, best) = (0, double.NegativeInfinity);
        foreach (var step in steps)
        {
            evaluations += step.Evaluation is null ? 0 : 1;
            if (step.Contender is { } candidate && candidate.Score > best)
            {
                best = candidate.Score;
                yield return new CurvePoint(evaluations, best);
            }
        }
    }
}
