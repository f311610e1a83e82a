using Cambrian.Models.Calls;
using Cambrian.Models.Clients;
using Cambrian.Models.Configuration;

namespace Cambrian.Models.Tests.Calls;

public sealed class PaidModelTests
{
    [Fact]
    public async Task The_same_request_of_the_same_step_is_asked_once()
    {
        var record = new MemoryRecord();
        await using var server = new ModelServer(_ => new ModelAnswer("x"));
        var section = TestModel.Section(Provider.OpenAI, server.Address);
        await using var model = TestModel.Paid(section, record);
        var first = await AskAsync(model, seed: 1);
        Assert.Same(first, await AskAsync(model, seed: 1));
        await using var later = TestModel.Paid(section, record);
        Assert.Same(first, await AskAsync(later, seed: 1));
        Assert.Single(server.Requests);

        await AskAsync(model, seed: 2);
        await model.AskAsync("system", ["prompt", "reply", "repair"], 1, TestContext.Current.CancellationToken);
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(["prompt", "reply", "repair"], server.Requests[^1].Turns);
    }

    [Fact]
    public async Task A_model_that_never_answered_and_needs_a_person_is_an_error_one_that_did_is_a_failed_call()
    {
        var wrong = false;
        var record = new MemoryRecord();
        await using var server = new ModelServer(_ => wrong ? ModelAnswer.Fault(401, "no") : new ModelAnswer("x"));
        var section = TestModel.Section(Provider.OpenAI, server.Address);
        wrong = true;
        await using var fresh = TestModel.Paid(section, record);
        var error = await Assert.ThrowsAsync<ModelsException>(() => AskAsync(fresh, seed: 1));
        Assert.Contains("TEST_KEY", error.Message, StringComparison.Ordinal);
        Assert.Equal(FaultKind.Key, Assert.Single(record.Calls).Fault);

        wrong = false;
        await using var model = TestModel.Paid(section, record);
        Assert.True((await AskAsync(model, seed: 2)).Answered);
        wrong = true;
        Assert.Equal(FaultKind.Key, (await AskAsync(model, seed: 3)).Fault);
    }

    [Fact]
    public async Task What_was_sent_when_a_run_stops_is_kept_and_what_was_not_is_given_up()
    {
        var record = new MemoryRecord();
        using var stop = new CancellationTokenSource();
        await using var server = new ModelServer(_ => new ModelAnswer("paid for") { Delay = TimeSpan.FromMilliseconds(300) });
        var model = new PaidModel(TestModel.Section(Provider.OpenAI, server.Address) with { Parallel = 1 }, TestModel.Client(TestModel.Section(Provider.OpenAI, server.Address) with { Parallel = 1 }, TimeProvider.System), record, new Purse(new SpendingLimit(), []), TimeProvider.System);
        Task[] asked = [model.AskAsync("system", ["prompt"], 1, stop.Token), model.AskAsync("system", ["prompt"], 2, stop.Token)];
        while (server.Requests.Count == 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked[0]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked[1]);
        await model.DisposeAsync();
        Assert.Equal("paid for", Assert.Single(record.Calls).Reply);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Usage_adds_up_by_model()
    {
        var record = new MemoryRecord();
        await using var server = new ModelServer(request => request.Prompt == "prompt" ? new ModelAnswer("x") { Input = 100, Output = 50 } : ModelAnswer.Fault(400, "no"));
        await using var model = TestModel.Paid(TestModel.Section(Provider.OpenAI, server.Address), record);
        await AskAsync(model, seed: 1);
        await AskAsync(model, seed: 2);
        await model.AskAsync("system", ["other"], 3, TestContext.Current.CancellationToken);

        var usage = Assert.Single(ModelUsage.Of(record.Calls));
        Assert.Equal(("m-1", 3, 1, new TokenCount(200, 100)), (usage.Model, usage.Calls, usage.Faults, usage.Tokens));
        Assert.Equal(2 * ((100 * 3) + (50 * 15)) / 1e6, usage.Price, 12);
    }

    [Fact]
    public async Task A_limit_ends_before_it_is_passed()
    {
        var record = new MemoryRecord();
        await using var server = new ModelServer(_ => new ModelAnswer("x") { Input = 10, Output = 100 });
        await using var model = TestModel.Paid(TestModel.Section(Provider.OpenAI, server.Address), record, new SpendingLimit(Tokens: 1_000));
        await Assert.ThrowsAsync<PurseEmptyException>(async () =>
        {
            for (var seed = 0; ; seed++)
            {
                await AskAsync(model, seed);
            }
        });

        // A call may take 700 tokens of output and fewer than twenty of input: three of 110 tokens leave room for no other.
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public void A_call_survives_being_written_down()
    {
        var call = new ModelCall { Key = "k", Model = "m", System = "s", Turns = ["a\n\"b\"", "ü"], Reply = "r", CutOff = true, Tokens = new TokenCount(1, 2, 3), Price = 0.125, Seconds = 1.5 };
        var fault = new ModelCall { Key = "k", Model = "m", System = "s", Turns = [], Fault = FaultKind.Slow, Reason = "why" };
        Assert.Equal(ModelCallText.Write(call), ModelCallText.Write(ModelCallText.Read(ModelCallText.Write(call))));
        Assert.Equal((FaultKind.Slow, "why", false), (ModelCallText.Read(ModelCallText.Write(fault)).Fault, ModelCallText.Read(ModelCallText.Write(fault)).Reason, ModelCallText.Read(ModelCallText.Write(fault)).Answered));
        Assert.Equal(call.Tokens, ModelCallText.Read(ModelCallText.Write(call)).Tokens);
    }

    private static Task<ModelCall> AskAsync(PaidModel model, int seed) => model.AskAsync("system", ["prompt"], seed, TestContext.Current.CancellationToken);
}
