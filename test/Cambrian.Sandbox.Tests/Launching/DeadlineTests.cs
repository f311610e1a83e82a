using System.Diagnostics;
using Cambrian.Sandbox.Launching;
using Cambrian.Sandbox.Tests.Workers;
using Cambrian.Sandbox.Workers;

namespace Cambrian.Sandbox.Tests.Launching;

[Collection(nameof(Alone))]
public sealed class DeadlineTests(Sandboxes sandboxes)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Who_got_a_processor_for_its_time_gets_no_more()
    {
        var deadline = Deadline.After(0, Second, cpuBefore: 5 * Second);

        Assert.Null(deadline.PutOff(deadline.Due, cpu: 6 * Second));
        Assert.Null(deadline.PutOff(deadline.Due, cpu: 5.95 * Second));
    }

    [Fact]
    public void Who_got_half_of_it_gets_the_other_half()
    {
        var deadline = Deadline.After(0, Second, cpuBefore: 5 * Second);

        var later = deadline.PutOff(deadline.Due, cpu: 5.5 * Second);

        Assert.Equal(deadline with { Due = Stopwatch.Frequency * 3 / 2 }, later);
    }

    [Fact]
    public void Nobody_gets_more_than_tenfold()
    {
        var deadline = Deadline.After(0, Second, cpuBefore: TimeSpan.Zero);
        var times = 0;
        while (deadline.PutOff(deadline.Due, cpu: TimeSpan.Zero) is { } later)
        {
            (deadline, times) = (later, times + 1);
        }

        Assert.Equal((Deadline.Patience - 1, Deadline.Patience * Stopwatch.Frequency), (times, deadline.Due));
    }

    [Fact]
    public void A_deadline_that_does_not_forgive_is_not_put_off()
    {
        var deadline = Deadline.After(0, Second);

        Assert.Null(deadline.PutOff(deadline.Due, cpu: TimeSpan.Zero));
    }

    [Fact]
    public async Task A_process_that_is_gone_has_no_deadline_to_forgive()
    {
        await using var process = await sandboxes.Runner.StartAsync(new SandboxedCommand { Command = ["/bin/true"], Limits = Sandboxes.Quick });
        await process.Exited;

        // Its control group is removed a moment later.
        for (var moment = 0; moment < 100; moment++)
        {
            process.SetDeadline(Second, forgiving: true);
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_worker_on_a_busy_machine_is_given_the_time_it_lacks()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var pool = await WorkerPool.StartAsync(sandboxes.Runner, PythonWorker.Command, new WorkerPoolOptions { WarmUp = PythonWorker.Ask("warm") }, cancellation);
        await using var lease = await pool.LeaseAsync(cancellation);
        Process[] crowd = [.. Enumerable.Range(0, 40).Select(_ => Process.Start("/bin/sh", ["-c", "while :; do :; done"]))];
        try
        {
            // A tenth of a second of processor time; in half a second by the clock it gets a twentieth of a processor or less.
            var reply = await lease.AskAsync(PythonWorker.Ask("burn"), TimeSpan.FromSeconds(0.5), cancellation);

            Assert.Equal((true, ""), (reply.Answered, reply.Fault));
        }
        finally
        {
            foreach (var process in crowd)
            {
                process.Kill();
                process.Dispose();
            }
        }
    }

    [Fact]
    public async Task A_worker_that_sleeps_is_not()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var pool = await WorkerPool.StartAsync(sandboxes.Runner, PythonWorker.Command, new WorkerPoolOptions { WarmUp = PythonWorker.Ask("warm") }, cancellation);
        await using var lease = await pool.LeaseAsync(cancellation);

        var reply = await lease.AskAsync(PythonWorker.Ask("sleep"), Second, cancellation);

        var exit = Assert.IsType<SandboxExit>(reply.Exit);
        Assert.Equal(ExitReason.TimedOut, exit.Reason);
        Assert.InRange(exit.Wall, Second, Deadline.Patience * Second);
    }
}
