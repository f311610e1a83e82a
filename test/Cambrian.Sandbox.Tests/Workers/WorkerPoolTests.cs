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
    [InlineData("negative", ExitReason.BrokeProtocol)]
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

    [Fact]
    public async Task A_worker_that_dies_between_two_questions_leaves_the_second_unanswered()
    {
        await using var pool = await OpenAsync();
        await using (var lease = await pool.LeaseAsync(Cancellation))
        {
            Assert.Equal("bye", Text(await lease.AskAsync(PythonWorker.Ask("leave"), Plenty, Cancellation)));
            await Task.Delay(500, Cancellation);
            var reply = await lease.AskAsync(PythonWorker.Ask("anything"), Plenty, Cancellation);

            Assert.Equal((false, ExitReason.Exited), (reply.Answered, reply.Exit?.Reason));
        }

        await AssertWorksAsync(pool);
    }

    [Fact]
    public async Task An_answer_written_ahead_of_the_next_question_is_not_taken_for_its_answer()
    {
        await using var pool = await OpenAsync();
        await using (var lease = await pool.LeaseAsync(Cancellation))
        {
            Assert.Equal("asked", Text(await lease.AskAsync(PythonWorker.Ask("ahead"), Plenty, Cancellation)));

            var next = await lease.AskAsync(PythonWorker.Ask("another candidate's"), Plenty, Cancellation);

            Assert.Equal(ExitReason.BrokeProtocol, next.Exit?.Reason);
        }

        await AssertWorksAsync(pool);
    }

    [Fact]
    public async Task A_worker_that_closes_its_output_but_stays_is_killed_at_the_deadline()
    {
        await using var pool = await OpenAsync();
        await using (var lease = await pool.LeaseAsync(Cancellation))
        {
            // Bubblewrap still holds the stream open, so that nobody outside can tell it from thinking.
            var reply = await lease.AskAsync(PythonWorker.Ask("close"), TimeSpan.FromMilliseconds(300), Cancellation);

            Assert.Equal(ExitReason.TimedOut, reply.Exit?.Reason);
        }

        await AssertWorksAsync(pool);
    }

    [Fact]
    public async Task A_worker_that_reads_no_more_is_killed_at_the_deadline()
    {
        await using var pool = await OpenAsync();
        await using (var lease = await pool.LeaseAsync(Cancellation))
        {
            await lease.AskAsync(PythonWorker.Ask("deaf"), Plenty, Cancellation);

            var reply = await lease.AskAsync(new byte[3_000_000], TimeSpan.FromMilliseconds(300), Cancellation);

            Assert.Equal(ExitReason.TimedOut, reply.Exit?.Reason);
        }

        await AssertWorksAsync(pool);
    }

    [Fact]
    public async Task A_worker_that_is_used_up_or_retired_is_replaced()
    {
        await using var pool = await OpenAsync(new WorkerPoolOptions { Spares = 0, RequestsPerWorker = 3 });
        List<string> inside = [];
        for (var index = 0; index < 4; index++)
        {
            await using var lease = await pool.LeaseAsync(Cancellation);
            await lease.AskAsync(PythonWorker.Ask("burn"), Plenty, Cancellation);
            inside.Add(Text(await lease.AskAsync(PythonWorker.Ask("count"), Plenty, Cancellation)));
            if (index == 2)
            {
                lease.Retire();
            }
        }

        // Two requests a lease: the first worker is used up after two leases, the second retired after one.
        Assert.Equal(["2", "4", "2", "2"], inside);
    }

    [Fact]
    public async Task Leases_are_granted_in_the_order_they_were_asked_for_and_no_more_than_there_are_workers()
    {
        await using var pool = await OpenAsync(new WorkerPoolOptions { Workers = 1, Spares = 1 });
        var first = await pool.LeaseAsync(Cancellation);
        var waiting = Enumerable.Range(0, 5).Select(_ => pool.LeaseAsync(Cancellation)).ToList();

        Assert.All(waiting, lease => Assert.False(lease.IsCompleted));
        await first.DisposeAsync();
        for (var index = 0; index < waiting.Count; index++)
        {
            await using var lease = await waiting[index];
            Assert.All(waiting.Skip(index + 1), later => Assert.False(later.IsCompleted));
        }
    }

    [Fact]
    public async Task A_lease_that_is_no_longer_wanted_gives_its_place_up()
    {
        await using var pool = await OpenAsync(new WorkerPoolOptions { Workers = 1, Spares = 0 });
        using var stop = new CancellationTokenSource();
        var first = await pool.LeaseAsync(Cancellation);
        var second = pool.LeaseAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await first.DisposeAsync();
        await AssertWorksAsync(pool);
    }

    [Fact]
    public async Task A_cancelled_request_kills_its_worker_and_the_pool_goes_on()
    {
        await using var pool = await OpenAsync();
        await using (var lease = await pool.LeaseAsync(Cancellation))
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lease.AskAsync(PythonWorker.Ask("loop"), Plenty, stop.Token));
            Assert.False(lease.IsAlive);
        }

        await AssertWorksAsync(pool);
    }

    [Fact]
    public async Task Processor_time_is_that_of_the_request_as_the_kernel_counts_it()
    {
        await using var pool = await OpenAsync();
        await using var lease = await pool.LeaseAsync(Cancellation);

        var idle = await lease.AskAsync(PythonWorker.Ask("x"), Plenty, Cancellation);
        var busy = await lease.AskAsync(PythonWorker.Ask("burn"), Plenty, Cancellation);

        Assert.InRange(busy.Cpu.TotalMilliseconds, 80, 200);
        Assert.InRange(idle.Cpu.TotalMilliseconds, 0, 50);
    }

    [Fact]
    public async Task A_worker_that_never_starts_is_reported_with_what_it_said()
    {
        var command = PythonWorker.Command with { Command = ["/usr/bin/python3", "-c", "import sys; sys.exit('no licence')"] };

        var exception = await Assert.ThrowsAsync<SandboxUnavailableException>(() =>
            WorkerPool.StartAsync(sandboxes.Runner, command, new WorkerPoolOptions { WarmUp = new byte[1] }, Cancellation));

        Assert.Contains("no licence", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_from_many_callers_all_get_their_own_answers()
    {
        await using var pool = await OpenAsync(new WorkerPoolOptions { Workers = 3, Spares = 1, RequestsPerWorker = 10 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async index =>
        {
            await using var lease = await pool.LeaseAsync(Cancellation);
            return index % 10 == 3
                ? (await lease.AskAsync(PythonWorker.Ask("exit"), Plenty, Cancellation)).Exit?.Code.ToString()
                : Text(await lease.AskAsync(PythonWorker.Ask($"{index}"), Plenty, Cancellation));
        }));

        Assert.Equal(Enumerable.Range(0, 100).Select(index => index % 10 == 3 ? "3" : $"{index}"), answers);
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
