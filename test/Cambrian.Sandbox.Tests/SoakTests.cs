using Cambrian.Sandbox.Tests.Workers;
using Cambrian.Sandbox.Workers;

namespace Cambrian.Sandbox.Tests;

/// <summary>The small version of `bench soak`.</summary>
[Collection(nameof(Alone))]
public sealed class SoakTests
{
    private const int Evaluations = 300;
    private static readonly TimeSpan Plenty = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hundreds_of_evaluations_many_of_them_bad_leave_no_process_and_no_control_group_behind()
    {
        var mark = Guid.NewGuid().ToString("N");
        string[] words = ["fine", "fine", "fine", "fine", "loop", "fine", "exit", "print", "orphans", "fine"];
        string[] scripts = ["echo fine", "exit 3", "while :; do :; done", "setsid /bin/sh -c 'while :; do sleep 100; done' $0 & echo left", "kill -9 $$"];
        using (var runner = await SandboxRunner.OpenAsync(cancellation: Cancellation))
        {
            var command = PythonWorker.Command with { Command = [.. PythonWorker.Command.Command, mark] };
            await using var pool = await WorkerPool.StartAsync(runner, command, new WorkerPoolOptions { Workers = 2, RequestsPerWorker = 20, WarmUp = PythonWorker.Ask("warm") }, Cancellation);
            await Parallel.ForAsync(0, Evaluations, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Cancellation }, async (index, stop) =>
            {
                if (index % 5 == 0)
                {
                    await runner.RunAsync(Fresh(scripts[index / 5 % scripts.Length], mark), default, stop);
                    return;
                }

                await using var lease = await pool.LeaseAsync(stop);
                var word = words[index % words.Length];
                if (word == "orphans")
                {
                    // It answers, and then loops.
                    lease.Retire();
                }

                await lease.AskAsync(PythonWorker.Ask(word), word is "loop" or "orphans" ? TimeSpan.FromMilliseconds(100) : Plenty, stop);
            });
        }

        Assert.Empty(HostProcesses.WithArgument(mark));
        Assert.True(await HostProcesses.GroupsAreGoneAsync(Environment.ProcessId, Plenty));
    }

    private static SandboxedCommand Fresh(string script, string mark) =>
        new() { Command = ["/bin/sh", "-c", script, mark], Limits = Sandboxes.Quick with { WallTime = TimeSpan.FromMilliseconds(300) } };
}
