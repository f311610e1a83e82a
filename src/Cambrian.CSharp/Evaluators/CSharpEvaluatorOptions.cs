using Cambrian.Contracts;
using Cambrian.Core;

namespace Cambrian.CSharp.Evaluators;

/// <summary>What a <see cref="CSharpEvaluator"/> measures, and with which limits.</summary>
public sealed record CSharpEvaluatorOptions
{
    /// <summary>The evaluator, compiled.</summary>
    public required byte[] EvaluatorImage { get; init; }

    /// <summary>Whether the image also holds a second verifier of constructions, which must agree on everything that beats its rival, and on what has none.</summary>
    public bool Checked { get; init; }

    /// <summary>The candidate's static method, "Type.Method".</summary>
    public required string Entry { get; init; }

    /// <summary>Which cases.</summary>
    public Split Split { get; init; } = Split.Training;

    /// <summary>The problem's data folder, shown to the judge alone; null when there is none.</summary>
    public string? DataFolder { get; init; }

    /// <summary>How many cases each stage ends with, ascending; empty for one stage. A last stage with all cases is added where it is missing.</summary>
    public IReadOnlyList<int> Stages { get; init; } = [];

    /// <summary>The score, in the problem's own direction, that is needed after each stage to go on, whatever the rival did; empty for none, as with the Darwin Gödel Machine's 0.4 after ten tasks.</summary>
    public IReadOnlyList<double> Bars { get; init; } = [];

    /// <summary>How far a candidate may trail its rival after a stage, as a share of the rival's score there.</summary>
    public double Slack { get; init; } = 0.1;

    /// <summary>Which way the problem's own score is better.</summary>
    public Direction Direction { get; init; }

    /// <summary>Wall time a candidate may take for one stage.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Memory of one worker in bytes.</summary>
    public long Memory { get; init; } = 512L << 20;

    /// <summary>Evaluations at a time, each with a runner and a judge. Default 1.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>Requests, three or so a candidate, after which a runner is replaced by a fresh one: loaded assemblies are never unloaded. Default 5,000.</summary>
    public int RequestsPerRunner { get; init; } = 5_000;
}
