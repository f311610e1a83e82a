using System.Text;
using Cambrian.Sandbox.Workers;

namespace Cambrian.Sandbox.Tests;

public sealed class DotnetWorkerTests(Sandboxes sandboxes)
{
    private static readonly TimeSpan Plenty = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dotnet_program_runs_inside_and_answers()
    {
        await using var pool = await OpenAsync(256 << 20);
        await using var lease = await pool.LeaseAsync(Cancellation);

        var reply = await lease.AskAsync("hello"u8.ToArray(), Plenty, Cancellation);

        Assert.Equal("hello", Encoding.UTF8.GetString(reply.Payload.Span));
    }

    [Fact]
    public async Task A_hog_meets_an_exception_before_the_kernel_kills_it()
    {
        await using var pool = await OpenAsync(256 << 20);
        await using var lease = await pool.LeaseAsync(Cancellation);

        var reply = await lease.AskAsync("hog"u8.ToArray(), Plenty, Cancellation);

        Assert.Equal("refused", Encoding.UTF8.GetString(reply.Payload.Span));
        Assert.True(lease.IsAlive);
    }

    private Task<WorkerPool> OpenAsync(long memoryBytes)
    {
        var command = DotnetWorker.Command(Role.Assembly, SandboxLimits.Default with { MemoryBytes = memoryBytes });
        return WorkerPool.StartAsync(
            sandboxes.Runner,
            command with { Environment = new Dictionary<string, string>(command.Environment, StringComparer.Ordinal) { [Role.Variable] = Role.Echo } },
            new WorkerPoolOptions { WarmUp = new byte[1], Spares = 0 },
            Cancellation);
    }
}
