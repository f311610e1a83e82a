using System.Globalization;

namespace Cambrian.Sandbox;

/// <summary>Commands that run .NET programs in a sandbox.</summary>
public static class DotnetWorker
{
    /// <summary>Where the program's folder is mounted.</summary>
    public const string Folder = "/worker";

    /// <summary>The command that runs a built .NET program with the runtime that runs this host.</summary>
    /// <param name="assembly">Path of its dll; its folder is mounted.</param>
    /// <param name="limits">What it may use. The garbage collector is told to stay below the memory limit, so that a hog meets a catchable exception before the kernel's kill.</param>
    /// <param name="arguments">Its arguments.</param>
    public static SandboxedCommand Command(string assembly, SandboxLimits limits, params IEnumerable<string> arguments) => new()
    {
        Command = [Host(), $"{Folder}/{Path.GetFileName(assembly)}", .. arguments],
        ReadOnly = [new Mount(Path.GetDirectoryName(Path.GetFullPath(assembly)) ?? "/", Folder)],
        Environment = Variables(limits.MemoryBytes * 3 / 4),
        WorkingDirectory = SandboxedCommand.Scratch,
        Limits = limits,
    };

    /// <summary>Environment for a .NET program inside: a ceiling for its heap, no diagnostic sockets, small and quick to start.</summary>
    /// <param name="heapBytes">The heap's hard limit.</param>
    public static IReadOnlyDictionary<string, string> Variables(long heapBytes) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DOTNET_GCHeapHardLimit"] = "0x" + heapBytes.ToString("X", CultureInfo.InvariantCulture),
        ["DOTNET_EnableDiagnostics"] = "0",
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
    };

    // …/shared/Microsoft.NETCore.App/10.0.x/ lies three folders below the dotnet that started this process.
    private static string Host()
    {
        var root = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var host = Path.Combine(root, "dotnet");
        return File.Exists(host) ? host : "dotnet";
    }
}
