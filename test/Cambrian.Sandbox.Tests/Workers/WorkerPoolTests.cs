using System.Text;
using Cambrian.Sandbox.Workers;

namespace Cambrian.Sandbox.Tests.Workers;

public sealed class WorkerPoolTests(Sandboxes sandboxes)
{
    private static readonly TimeSpan Plenty = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_answers_many_requests()
    {
        await using var pool = await OpenAsync();
        await using var lease = await pool.LeaseAsync(Cancellation);

        for (var index = 0; index < 100; index++)
        {
            var reply = await lease.AskAsync(PythonWorker.Ask($"request {index}"), Plenty, Cancellation);
            Assert.Equal($"request {index}", Text(reply));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70_000)]
    [InlineData(3_000_000)]
    public async Task A_payload_of_any_size_travels_there_and_back(int bytes)
    {
        await using var pool = await OpenAsync();
        await using var lease = await pool.LeaseAsync(Cancellation);
        var payload = new byte[bytes];
        new Random(1).NextBytes(payload);

        var reply = await lease.AskAsync(payload, Plenty, Cancellation);

        Assert.Equal(payload, reply.Payload.ToArray());
    }

    [Fact]
    public async Task A_worker_that_loops_is_killed_at_the_deadline_and_the_next_lease_has_another()
    {
        await using var pool = await OpenAsync();
        await using (var lease = await pool.LeaseAsync(Cancellation))
        {
            var reply = await lease.AskAsync(PythonWorker.Ask("loop"), TimeSpan.FromMilliseconds(100), Cancellation);

            Assert.False(reply.Answered);
            Assert.Equal(ExitReason.TimedOut, reply.Exit?.Reason);
            Assert.False(lease.IsAlive);
        }

        await AssertWorksAsync(pool);
    }

    [Theory]
    [InlineData("exit", ExitReason.Exited)]
    [InlineData("print", ExitReason.BrokeProtocol)]
    [InlineData("huge", ExitReason.BrokeProtocol)]
    [InlineData("stranger", ExitReason.BrokeProtocol)]
    [InlineData("memory", ExitReason.MemoryExceeded)]
    public async Task A_worker_that_misbehaves_is_replaced_and_the_reason_told(string how, ExitReason expected)
    {
        await using var pool = await OpenAsync();
        await using (var lease = await pool.LeaseAsync(Cancellation))
        {
            var reply = await lease.AskAsync(PythonWorker.Ask(how), Plenty, Cancellation);

            Assert.False(reply.Answered);
            Assert.Equal(expected, reply.Exit?.Reason);
            Assert.NotEmpty(reply.Fault);
        }

        await AssertWorksAsync(pool);
    }

    private async Task AssertWorksAsync(WorkerPool pool)
    {
        await using var lease = await pool.LeaseAsync(Cancellation);
        Assert.Equal("fine", Text(await lease.AskAsync(PythonWorker.Ask("fine"), Plenty, Cancellation)));
    }

    private Task<WorkerPool> OpenAsync(WorkerPoolOptions? options = null) =>
        WorkerPool.StartAsync(sandboxes.Runner, PythonWorker.Command, options ?? new WorkerPoolOptions { WarmUp = PythonWorker.Ask("warm") }, Cancellation);

    private static string Text(WorkerReply reply) => Encoding.UTF8.GetString(reply.Payload.Span);
}
