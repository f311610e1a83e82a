using Cambrian.Sandbox;

namespace Cambrian.CSharp.Evaluators;

/// <summary>Starts warm workers in sandboxes.</summary>
/// <param name="sandbox">Where they run.</param>
public sealed class WorkerLauncher(SandboxRunner sandbox)
{
    internal const string DataFolder = "/data";
    private const string ProgramFolder = "/worker";

    /// <summary>How well workers are contained, in words.</summary>
    public string Isolation => sandbox.Isolation;

    /// <param name="dataFolder">What the worker may read besides its own program; null for nothing.</param>
    /// <param name="memory">Bytes for its managed heap; the whole process may take half as much again.</param>
    internal async Task<WorkerClient> LaunchAsync(string? dataFolder, long memory) => new(await sandbox.StartAsync(new SandboxedCommand
    {
        Command = ["dotnet", $"{ProgramFolder}/Cambrian.Worker.dll"],
        ReadOnly = [new Mount(AppContext.BaseDirectory.TrimEnd('/'), ProgramFolder), .. dataFolder is null ? [] : new[] { new Mount(dataFolder, DataFolder) }],
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // With a hard limit a memory hog gets an exception it can be blamed for; the sandbox's limit behind it kills.
            ["DOTNET_GCHeapHardLimit"] = $"0x{memory:x}",
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
            ["DOTNET_EnableDiagnostics"] = "0",
        },
        Limits = new SandboxLimits
        {
            MemoryBytes = (memory * 3 / 2) + (128 << 20),
            CpuTime = Timeout.InfiniteTimeSpan,
            WallTime = Timeout.InfiniteTimeSpan,
            Processes = 64,
        },
    }).ConfigureAwait(false));
}
