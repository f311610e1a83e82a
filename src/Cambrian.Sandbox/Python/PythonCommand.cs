using System.Text.Json.Nodes;
using Cambrian.Sandbox.Evaluators;

namespace Cambrian.Sandbox.Python;

/// <summary>The commands that run our own Python inside, and what they see of the host.</summary>
internal static class PythonCommand
{
    private const string WorkerFolder = "/worker";
    private const string ProblemFolder = "/problem";
    private const string ContractFolder = "/contract";

    // What a worker has beside its programs: the interpreter, and modules that are shared with them.
    private const long WorkerBytes = 384L << 20;

    /// <summary>Starts a forking worker.</summary>
    public static SandboxedCommand Forking(PythonEvaluatorOptions options, PythonNeeds needs) => new()
    {
        Command = [needs.Interpreter, "-B", $"{WorkerFolder}/forking.py", Settings(options, needs).ToJsonString()],
        ReadOnly = Mounts(options),
        // Paths in variables are translated where there are no mounts; those inside the settings would not be.
        Environment = new Dictionary<string, string>(CommandEvaluator.Variables.Concat(SearchPath(options)), StringComparer.Ordinal)
        {
            ["CAMBRIAN_PROBLEM"] = ProblemFolder,
            ["CAMBRIAN_CONTRACT"] = ContractFolder,
            ["MPLCONFIGDIR"] = SandboxedCommand.Scratch,
        },
        Limits = new SandboxLimits { MemoryBytes = options.MemoryBytes + WorkerBytes, ScratchBytes = 256L << 20, OpenFiles = 1024 },
    };

    /// <summary>Prints what the evaluator imports and what of it an interpreter has.</summary>
    public static SandboxedCommand Imports(PythonEvaluatorOptions options, string interpreter) => new()
    {
        Command = [interpreter, "-B", $"{WorkerFolder}/imports.py", ProblemFolder, .. options.Importing],
        ReadOnly = Mounts(options),
        Environment = SearchPath(options),
    };

    // Where modules are searched for beside the interpreter's own places.
    private static IReadOnlyDictionary<string, string> SearchPath(PythonEvaluatorOptions options) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["PYTHONPATH"] = string.Join(':', Beside(options).Select(mount => mount.InsidePath)) };

    private static IReadOnlyList<Mount> Mounts(PythonEvaluatorOptions options) =>
    [
        new(Path.Combine(AppContext.BaseDirectory, "Python", "worker"), WorkerFolder),
        new(Path.GetFullPath(options.ProblemFolder), ProblemFolder),
        new(Path.GetDirectoryName(Path.GetFullPath(options.Contract))!, ContractFolder), // a file has a folder
        .. Beside(options),
    ];

    private static IEnumerable<Mount> Beside(PythonEvaluatorOptions options) =>
        options.Also.Select(folder => new Mount(folder, "/" + Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))));

    private static JsonObject Settings(PythonEvaluatorOptions options, PythonNeeds needs)
    {
        var settings = options.Settings.DeepClone().AsObject();
        settings["evaluator"] = options.Evaluator;
        settings["contract"] = Path.GetFileName(options.Contract);
        settings["modules"] = new JsonArray([.. needs.Needed.Concat(needs.Optional).Except(needs.Missing).Select(module => JsonValue.Create(module))]);
        settings["memory"] = options.MemoryBytes;
        return settings;
    }
}
