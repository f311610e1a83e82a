using System.Diagnostics;
using Cambrian.Sandbox.Tests.Workers;
using Cambrian.Sandbox.Workers;

namespace Cambrian.Sandbox.Tests;

public sealed class OrphanTests(Sandboxes sandboxes)
{
    // Each costs a start of a .NET program; it takes one to five until the moment is met in which a sandbox is not tied to its host yet.
    private const int Rounds = 10;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_killed_without_warning_takes_its_sandboxes_along()
    {
        var mark = Guid.NewGuid().ToString("N");
        using var host = await StartHostAsync(Role.Host + mark);
        var before = HostProcesses.WithArgument(mark).Count;

        host.Kill();
        await host.WaitForExitAsync(Cancellation);

        Assert.True(before >= 6, $"only {before} processes were running");
        Assert.True(await HostProcesses.AreGoneAsync(mark, TimeSpan.FromMinutes(2)), "processes survived their host");
    }

    [Theory]
    [InlineData(IsolationGrade.Full)]
    [InlineData(IsolationGrade.Namespaces)]
    [InlineData(IsolationGrade.Limits)]
    public async Task A_host_killed_at_any_moment_of_a_sandbox_s_start_leaves_none_behind(IsolationGrade grade)
    {
        var moments = new Random((int)grade);
        for (var round = 0; round < Rounds; round++)
        {
            var mark = Guid.NewGuid().ToString("N");
            using var host = await StartHostAsync($"{Role.StartingHost}{grade} {mark}");
            await Task.Delay(TimeSpan.FromMilliseconds(round == 0 ? 0 : moments.Next(50)), Cancellation);

            host.Kill();
            await host.WaitForExitAsync(Cancellation);

            Assert.True(await HostProcesses.AreGoneAsync(mark, TimeSpan.FromSeconds(10)), $"round {round}: {HostProcesses.WithArgument(mark).Count} processes survived their host");
            Assert.True(await HostProcesses.GroupsAreGoneAsync(host.Id, TimeSpan.FromSeconds(10)), $"round {round}: control groups survived their host");
        }
    }

    [Fact]
    public async Task A_disposed_pool_leaves_nothing_behind_leased_or_not()
    {
        var mark = Guid.NewGuid().ToString("N");
        var command = PythonWorker.Command with { Command = [.. PythonWorker.Command.Command, mark] };
        var pool = await WorkerPool.StartAsync(sandboxes.Runner, command, new WorkerPoolOptions { Workers = 3, Spares = 2 }, Cancellation);
        var lease = await pool.LeaseAsync(Cancellation);
        await using var second = await pool.LeaseAsync(Cancellation);
        var left = lease.AskAsync(PythonWorker.Ask("orphans"), TimeSpan.FromSeconds(60), Cancellation);
        var looping = second.AskAsync(PythonWorker.Ask("loop"), TimeSpan.FromSeconds(60), Cancellation);
        await left;

        await pool.DisposeAsync();

        Assert.Equal(ExitReason.Killed, (await looping).Exit?.Reason);
        Assert.Empty(HostProcesses.WithArgument(mark));
        await lease.DisposeAsync();
    }

    [Fact]
    public async Task A_worker_killed_at_its_deadline_takes_its_detached_children_along()
    {
        var mark = Guid.NewGuid().ToString("N");
        var command = PythonWorker.Command with { Command = [.. PythonWorker.Command.Command, mark] };
        await using var pool = await WorkerPool.StartAsync(sandboxes.Runner, command, new WorkerPoolOptions { Spares = 0 }, Cancellation);
        await using var lease = await pool.LeaseAsync(Cancellation);
        await lease.AskAsync(PythonWorker.Ask("orphans"), TimeSpan.FromSeconds(20), Cancellation);

        var reply = await lease.AskAsync(PythonWorker.Ask("anything"), TimeSpan.FromMilliseconds(200), Cancellation);

        Assert.Equal(ExitReason.TimedOut, reply.Exit?.Reason);
        Assert.Empty(HostProcesses.WithArgument(mark));
    }

    [Fact]
    public async Task A_cancelled_run_is_gone_when_the_call_returns()
    {
        var mark = Guid.NewGuid().ToString("N");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            sandboxes.Runner.RunAsync(new SandboxedCommand { Command = ["/bin/sh", "-c", "while :; do sleep 1; done", mark] }, default, stop.Token));

        Assert.Empty(HostProcesses.WithArgument(mark));
    }

    [Fact]
    public async Task A_run_cancelled_at_any_moment_of_its_start_is_gone_too()
    {
        var mark = Guid.NewGuid().ToString("N");
        for (var milliseconds = 0; milliseconds < 15; milliseconds++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                sandboxes.Runner.RunAsync(new SandboxedCommand { Command = ["/bin/sh", "-c", "while :; do sleep 1; done", mark] }, default, stop.Token));
        }

        Assert.Empty(HostProcesses.WithArgument(mark));
    }

    [Fact]
    public async Task A_disposed_runner_kills_what_it_runs_and_starts_nothing_more()
    {
        var mark = Guid.NewGuid().ToString("N");
        var runner = await SandboxRunner.OpenAsync(cancellation: Cancellation);
        var command = new SandboxedCommand { Command = ["/bin/sh", "-c", "while :; do sleep 1; done", mark] };
        await using var running = await runner.StartAsync(command);

        runner.Dispose();

        Assert.Equal(ExitReason.Killed, (await running.Exited).Reason);
        Assert.Empty(HostProcesses.WithArgument(mark));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => runner.StartAsync(command));
    }

    private static async Task<Process> StartHostAsync(string role)
    {
        var host = Process.Start(new ProcessStartInfo(DotnetHost(), [Role.Assembly])
        {
            Environment = { [Role.Variable] = role },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        Assert.Equal("ready", await host.StandardOutput.ReadLineAsync(Cancellation));
        return host;
    }

    private static string DotnetHost() => DotnetWorker.Command(Role.Assembly, SandboxLimits.Default).Command[0];
}
