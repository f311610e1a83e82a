using System.Text.Json.Nodes;
using Cambrian.Sandbox.Python;

namespace Cambrian.Algorithms.Folders.Peers;

/// <summary>A folder that was made for another engine: what of it says how programs are measured.</summary>
public sealed record PeerFolder
{
    /// <summary>Whose it is.</summary>
    public required PeerKind Kind { get; init; }

    /// <summary>The file that measures programs.</summary>
    public required string Evaluator { get; init; }

    /// <summary>The file with the program to start from.</summary>
    public required string Program { get; init; }

    /// <summary>The file with the configuration; null when there is none.</summary>
    public string? Configuration { get; init; }

    /// <summary>What of the configuration has a meaning here.</summary>
    public OpenEvolveConfiguration Settings { get; init; } = new();

    /// <summary>The options of a Python evaluator for this folder.</summary>
    /// <param name="folder">The folder.</param>
    public PythonEvaluatorOptions EvaluatorOptions(ProblemFolder folder) => new()
    {
        ProblemFolder = folder.Path,
        Evaluator = Evaluator,
        Importing = Program.EndsWith(".py", StringComparison.Ordinal) ? [Evaluator, Program] : [Evaluator],
        Contract = Path.Combine(AppContext.BaseDirectory, "Peers", Kind == PeerKind.OpenEvolve ? "openevolve_contract.py" : "shinka_contract.py"),
        Settings = new JsonObject
        {
            ["cascade"] = Settings.Cascade,
            ["thresholds"] = new JsonArray([.. Settings.Thresholds.Select(threshold => JsonValue.Create(threshold))]),
            ["features"] = new JsonArray([.. Settings.FeatureDimensions.Select(feature => JsonValue.Create(feature))]),
        },
        Provided = ["openevolve", "shinka"],
        TimeLimit = TimeSpan.FromSeconds(folder.File.Evaluator.TimeLimit),
        Stages = Settings.Cascade ? Math.Min(3, Settings.Thresholds.Count + 1) : 1,
        MemoryBytes = (long)folder.File.Evaluator.Memory << 20,
        Reference = folder.Seed,
    };
}
