using System.Text;

[assembly: AssemblyFixture(typeof(Cambrian.Sandbox.Tests.Sandboxes))]

namespace Cambrian.Sandbox.Tests;

/// <summary>The machine's best sandbox, opened once for all tests; without bubblewrap every test fails with the advice how to get it.</summary>
public sealed class Sandboxes : IAsyncLifetime
{
    public SandboxRunner Runner { get; private set; } = null!; // Set before any test runs.

    public async ValueTask InitializeAsync() => Runner = await SandboxRunner.OpenAsync(IsolationGrade.Namespaces, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        Runner.Dispose();
        return ValueTask.CompletedTask;
    }

    public Task<SandboxResult> ShellAsync(string script, SandboxLimits? limits = null, params IReadOnlyList<Mount> mounts) =>
        RunAsync(["/bin/sh", "-c", script], limits, mounts);

    public Task<SandboxResult> PythonAsync(string script, SandboxLimits? limits = null, params IReadOnlyList<Mount> mounts) =>
        RunAsync(["/usr/bin/python3", "-I", "-S", "-c", script], limits, mounts);

    private Task<SandboxResult> RunAsync(IReadOnlyList<string> command, SandboxLimits? limits, IReadOnlyList<Mount> mounts) =>
        Runner.RunAsync(
            new SandboxedCommand { Command = command, Limits = limits ?? Quick, ReadOnly = mounts }, default, TestContext.Current.CancellationToken);

    public static SandboxLimits Quick { get; } = new()
    {
        MemoryBytes = 128 << 20,
        CpuTime = TimeSpan.FromSeconds(10),
        WallTime = TimeSpan.FromSeconds(30),
        Processes = 32,
        ScratchBytes = 8 << 20,
        OutputBytes = 1 << 16,
    };

    public static string Text(SandboxResult result) => Encoding.UTF8.GetString(result.Output.Span).Trim();
}
