using Cambrian.Sandbox;

namespace Cambrian.CSharp.Evaluation;

/// <summary>Starts warm workers in sandboxes.</summary>
/// <param name="sandbox">Where they run.</param>
public sealed class WorkerLauncher(Sandbox.Sandbox sandbox)
{
    internal const string DataFolder = "/data";
    private const string ProgramFolder = "/worker";

    /// <summary>How well workers are contained, in words.</summary>
    public string Isolation => sandbox.Description;

    internal WorkerClient Launch(string? dataFolder, long memory) => new(sandbox.Start(new SandboxedCommand
    {
        Command = [Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", $"{ProgramFolder}/Cambrian.Worker.dll"],
        ReadOnly = [new Mount(AppContext.BaseDirectory, ProgramFolder), .. dataFolder is null ? [] : new[] { new Mount(dataFolder, DataFolder) }],
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_GCHeapHardLimit"] = $"0x{memory:x}",
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
        },
        Limits = new SandboxLimits { },
    }));
}
