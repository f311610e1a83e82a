using Cambrian.Models.Calls;
using Cambrian.Models.Clients;
using Cambrian.Models.Configuration;

namespace Cambrian.Models.Tests.Clients;

/// <summary>Replies that come in pieces.</summary>
public sealed class StreamTests
{
    public static TheoryData<Provider> Providers => [.. Enum.GetValues<Provider>()];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Every_provider_streams_in_its_own_protocol_and_is_counted_to_the_token(Provider provider)
    {
        var cached = provider == Provider.Ollama ? 0 : 400;
        await using var server = new ModelServer(_ => new ModelAnswer("a better program, in pieces: ü 𝛼") { Input = 1_000, Output = 200, Cached = cached });
        var call = await AskAsync(server, provider);

        Assert.Equal("a better program, in pieces: ü 𝛼", call.Reply);
        Assert.Equal(new TokenCount(1_000, 200, cached), call.Tokens);
        Assert.False(call.Guessed || call.CutOff);
        var request = Assert.Single(server.Requests);
        Assert.True(request.Streams);
        if (provider is not (Provider.Anthropic or Provider.Ollama))
        {
            Assert.True(request.Body["stream_options"]?["include_usage"]?.GetValue<bool>());
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Streams_that_break_off_or_are_malformed_or_fail_inside_are_tried_again(Provider provider)
    {
        var asked = 0;
        await using var server = new ModelServer(_ => ++asked switch
        {
            1 => ModelAnswer.Fault(429, "slow down", "rate_limit_exceeded"),
            2 => new ModelAnswer("never seen in whole") { Breaks = true },
            3 => new ModelAnswer("never seen in whole") { PieceInside = """{"choices": [{"delta": {"cont""" },
            4 => new ModelAnswer("never seen in whole") { PieceInside = """{"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}""" },
            _ => new ModelAnswer("at last"),
        });
        var call = await AskAsync(server, provider);

        Assert.Equal("at last", call.Reply);
        Assert.Equal(5, server.Requests.Count);
        Assert.Equal(new TokenCount(10, 5), call.Tokens);
    }

    [Theory]
    [InlineData(Provider.OpenAI, """{"error": {"message": "Upstream failed", "code": 502}}""", FaultKind.Broken, "failed in the middle of its answer. It says: Upstream failed")]
    [InlineData(Provider.Anthropic, """{"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}""", FaultKind.Busy, "It says: Overloaded")]
    [InlineData(Provider.Ollama, """{"error": "an error was encountered while running the model"}""", FaultKind.Broken, "It says: an error was encountered")]
    [InlineData(Provider.OpenRouter, """{"error": {"message": "too long", "type": "invalid_request_error"}}""", FaultKind.Refused, "It says: too long")]
    [InlineData(Provider.Gemini, "[1]", FaultKind.Broken, "a piece of the answer is no JSON object")]
    public async Task What_a_stream_fails_with_is_said_and_what_came_of_it_is_paid(Provider provider, string piece, FaultKind kind, string expected)
    {
        await using var server = new ModelServer(_ => new ModelAnswer(new string('x', 40)) { PieceInside = piece });
        var call = await TestModel.AskAsync(TestModel.Section(provider, server.Address) with { Stream = true, Attempts = 1 }, new HastyTime());

        Assert.Equal(kind, call.Fault);
        Assert.Contains(expected, call.Reason, StringComparison.Ordinal);
        Assert.True(call.Guessed);
        Assert.InRange(call.Tokens.Output, 1, 10);
        Assert.True(call.Price > 0);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_stream_that_ends_as_if_it_were_whole_before_it_is_counts_as_broken_off(Provider provider)
    {
        await using var server = new ModelServer(_ => new ModelAnswer { Raw = provider == Provider.Ollama ? """{"model": "m-1", "message": {"role": "assistant", "content": "half"}, "done": false}""" : "data: {\"choices\": [{\"index\": 0, \"delta\": {\"content\": \"half\"}}]}\n\n" });
        var call = await TestModel.AskAsync(TestModel.Section(provider, server.Address) with { Stream = true, Attempts = 1 }, new HastyTime());

        Assert.Equal(FaultKind.Broken, call.Fault);
        Assert.Contains("the answer broke off", call.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Provider.OpenAI)]
    [InlineData(Provider.Anthropic)]
    [InlineData(Provider.Ollama)]
    public async Task A_pause_that_is_too_long_ends_a_stream_and_a_long_stream_without_one_does_not(Provider provider)
    {
        // Eighteen pieces and more, of 100 ms each: the whole takes longer than any pause may, and a busy machine has a second to spare.
        var pause = TimeSpan.FromMilliseconds(100);
        await using var server = new ModelServer(request => new ModelAnswer(new string('x', 90)) { Pause = request.Prompt == "improve this" ? pause : TimeSpan.FromMinutes(5) });
        var section = TestModel.Section(provider, server.Address) with { Stream = true, Attempts = 1, TimeLimit = 1.5 };
        Assert.Equal(new string('x', 90), (await TestModel.AskAsync(section, TimeProvider.System)).Reply);

        var late = await TestModel.AskAsync(section, TimeProvider.System, "and this");
        Assert.Equal(FaultKind.Slow, late.Fault);
        Assert.Contains("within 1.5 s", late.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_knows_no_limit_is_not_listened_to_beyond_it()
    {
        await using var server = new ModelServer(_ => new ModelAnswer(new string('x', 5_000)));
        var call = await TestModel.AskAsync(TestModel.Section(Provider.Compatible, server.Address) with { Stream = true, MaxTokens = 100 }, new HastyTime());

        Assert.Equal(FaultKind.Refused, call.Fault);
        Assert.Contains("went on after 100 tokens", call.Reason, StringComparison.Ordinal);
        Assert.Equal(127, call.Tokens.Output); // 101 pieces of five characters, at four a token
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_server_that_says_nothing_at_length_is_not_listened_to_either()
    {
        await using var server = new ModelServer(_ => new ModelAnswer { Raw = string.Concat(Enumerable.Repeat("data: {\"choices\":[]}\n\n", 2_000)) });
        var call = await TestModel.AskAsync(TestModel.Section(Provider.Compatible, server.Address) with { Stream = true, MaxTokens = 10 }, new HastyTime());

        Assert.Equal((FaultKind.Refused, 0), (call.Fault, call.Tokens.Output));
        Assert.Contains("went on after 10 tokens", call.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Provider.OpenAI)]
    [InlineData(Provider.Anthropic)]
    public async Task A_server_that_knows_no_streams_is_said_to_be_one(Provider provider)
    {
        await using var server = new ModelServer(_ => new ModelAnswer("all at once") { NeverStreams = true });
        Assert.Contains("leave 'stream' out", (await AskAsync(server, provider)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_key_that_comes_back_in_pieces_is_kept_out_of_the_reply(Provider provider)
    {
        await using var server = new ModelServer(_ => new ModelAnswer($"your key is {TestModel.Key}"));
        Assert.Equal(provider == Provider.Ollama ? $"your key is {TestModel.Key}" : "your key is [key]", (await AskAsync(server, provider)).Reply);
    }

    [Fact]
    public async Task A_stream_that_outlasts_the_run_is_closed_and_what_came_of_it_is_paid()
    {
        var record = new MemoryRecord();
        var time = new HastyTime(); // its patience is 20 ms
        await using var server = new ModelServer(_ => new ModelAnswer(new string('x', 500)) { Pause = TimeSpan.FromMilliseconds(50) });
        var section = TestModel.Section(Provider.OpenAI, server.Address) with { Stream = true };
        var purse = new Purse(new SpendingLimit(), []);
        var model = new PaidModel(section, TestModel.Client(section, time), record, purse, time);
        using var stop = new CancellationTokenSource();
        var asked = model.AskAsync("you improve", ["improve this"], seed: 1, stop.Token);
        while (server.PiecesSent < 10)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await model.DisposeAsync();

        var call = Assert.Single(record.Calls);
        Assert.Equal(FaultKind.Ended, call.Fault);
        Assert.InRange(call.Tokens.Output, 1, 120);
        Assert.Equal(call.Price, purse.Spent.Money, 12);
    }

    private static Task<ModelCall> AskAsync(ModelServer server, Provider provider) =>
        TestModel.AskAsync(TestModel.Section(provider, server.Address) with { Stream = true }, new HastyTime());
}
