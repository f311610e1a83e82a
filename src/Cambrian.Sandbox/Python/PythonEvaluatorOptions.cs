using System.Text.Json.Nodes;
using Cambrian.Core;

namespace Cambrian.Sandbox.Python;

/// <summary>What measures a program by a Python evaluator that runs in the program's own process.</summary>
public sealed record PythonEvaluatorOptions
{
    /// <summary>The problem's folder; readable inside, and seen by the evaluator as a folder of links into which it may also write.</summary>
    public required string ProblemFolder { get; init; }

    /// <summary>The evaluator's file, relative to the problem's folder.</summary>
    public required string Evaluator { get; init; }

    /// <summary>Files of the problem's folder whose imports must be there; the evaluator's and the seed's.</summary>
    public required IReadOnlyList<string> Importing { get; init; }

    /// <summary>A Python file of ours that knows how such evaluators are called; its folder is mounted, and may have "shims" with stand-ins for packages.</summary>
    public required string Contract { get; init; }

    /// <summary>What the contract reads beside the evaluator's name.</summary>
    public JsonObject Settings { get; init; } = [];

    /// <summary>Names of packages for which the contract has stand-ins.</summary>
    public IReadOnlyList<string> Provided { get; init; } = [];

    /// <summary>Folders beside the problem's that the evaluator needs: each is readable inside at / and its name, and searched for modules.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>A program that works: others may take ten times as long as it for each stage, at least twenty seconds, and at most the limit. Null for the limit alone.</summary>
    public Artifact? Reference { get; init; }

    /// <summary>Time for each stage of one program.</summary>
    public required TimeSpan TimeLimit { get; init; }

    /// <summary>Stages that an evaluation has at most. Default 1.</summary>
    public int Stages { get; init; } = 1;

    /// <summary>Memory in bytes that a program may take beyond what it shares with its worker. Default 1 GiB.</summary>
    public long MemoryBytes { get; init; } = 1L << 30;

    /// <summary>Programs measured at a time. Default 1.</summary>
    public int Parallel { get; init; } = 1;
}
