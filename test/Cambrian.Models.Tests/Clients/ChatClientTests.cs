using Cambrian.Models.Calls;
using Cambrian.Models.Clients;
using Cambrian.Models.Configuration;

namespace Cambrian.Models.Tests.Clients;

public sealed class ChatClientTests
{
    public static TheoryData<Provider> Providers => [.. Enum.GetValues<Provider>()];

    public static MatrixTheoryData<Provider, bool> Ways => new(Enum.GetValues<Provider>(), [false, true]);

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Every_provider_is_asked_in_its_own_protocol_and_counted_to_the_token(Provider provider)
    {
        await using var server = new ModelServer(_ => new ModelAnswer("a better program") { Input = 1_000, Output = 200, Cached = provider == Provider.Ollama ? 0 : 400 });
        var call = await AskAsync(server, provider);

        Assert.Equal("a better program", call.Reply);
        Assert.Equal(new TokenCount(1_000, 200, provider == Provider.Ollama ? 0 : 400), call.Tokens);
        Assert.Equal(provider == Provider.Ollama ? ((1_000 * 3) + (200 * 15)) / 1e6 : ((600 * 3) + (400 * 0.3) + (200 * 15)) / 1e6, call.Price, 12);
        var request = Assert.Single(server.Requests);
        Assert.Equal("m-1", request.Model);
        Assert.Equal("improve this", request.Prompt);
        Assert.Equal(provider == Provider.Ollama ? "" : TestModel.Key, request.Key);
        Assert.Equal(700, LimitOf(provider, request));
        Assert.Contains("you improve", request.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_model_thought_is_paid_also_where_the_total_alone_has_it()
    {
        await using var server = new ModelServer(_ => new ModelAnswer("x") { Input = 100, Output = 10, Thoughts = 990 });
        Assert.Equal(new TokenCount(100, 1_000), (await AskAsync(server, Provider.Gemini)).Tokens);
    }

    [Fact]
    public async Task Tokens_that_nobody_counts_are_guessed_and_said_to_be()
    {
        await using var server = new ModelServer(_ => new ModelAnswer("four") { Uncounted = true });
        var call = await AskAsync(server, Provider.Compatible);

        Assert.True(call.Guessed);
        Assert.Equal(new TokenCount(("you improve".Length + "improve this".Length + 3) / 4, 1), call.Tokens);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_reply_that_is_cut_off_is_known_as_such(Provider provider, bool stream)
    {
        await using var server = new ModelServer(_ => new ModelAnswer("half a pro") { CutOff = true });
        Assert.True((await TestModel.AskAsync(TestModel.Section(provider, server.Address) with { Stream = stream }, new HastyTime())).CutOff);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_passes_is_tried_again(Provider provider)
    {
        var asked = 0;
        await using var server = new ModelServer(_ => ++asked switch
        {
            1 => ModelAnswer.Fault(500, "internal error", "server_error"),
            2 => new ModelAnswer("never seen") { Breaks = true },
            3 => new ModelAnswer { Raw = "{\"choices\": [" },
            4 => ModelAnswer.Fault(529, "overloaded", "overloaded_error"),
            _ => new ModelAnswer("at last"),
        });
        var call = await AskAsync(server, provider);

        Assert.Equal("at last", call.Reply);
        Assert.Equal(5, server.Requests.Count);
        Assert.Equal(new TokenCount(10, 5), call.Tokens);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_provider_says_when_it_wants_to_be_asked_again(Provider provider)
    {
        var time = new HastyTime();
        var asked = 0;
        await using var server = new ModelServer(_ => ++asked == 1
            ? ModelAnswer.Fault(429, "slow down", "rate_limit_exceeded") with { Headers = new Dictionary<string, string> { ["Retry-After"] = "17" } }
            : new ModelAnswer("now"));
        Assert.Equal("now", (await AskAsync(server, provider, time)).Reply);
        Assert.Contains(TimeSpan.FromSeconds(17), time.Waits);
    }

    [Fact]
    public async Task A_slow_first_byte_ends_at_the_time_limit()
    {
        await using var server = new ModelServer(_ => new ModelAnswer("too late") { Delay = TimeSpan.FromMinutes(5) });
        var section = TestModel.Section(Provider.OpenAI, server.Address) with { TimeLimit = 50, Attempts = 2 };
        var call = await TestModel.AskAsync(section, new HastyTime());

        Assert.Equal(FaultKind.Slow, call.Fault);
        Assert.Contains("within 50 s", call.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_first_byte_within_the_limit_is_waited_for()
    {
        await using var server = new ModelServer(_ => new ModelAnswer("in time") { Delay = TimeSpan.FromMilliseconds(300) });
        Assert.Equal("in time", (await AskAsync(server, Provider.Anthropic)).Reply);
    }

    [Theory]
    [InlineData(Provider.OpenAI, 401, "invalid_api_key", FaultKind.Key, "refuses the key (401). Check TEST_KEY")]
    [InlineData(Provider.Anthropic, 401, "authentication_error", FaultKind.Key, "refuses the key (401). Check TEST_KEY")]
    [InlineData(Provider.Anthropic, 403, "permission_error", FaultKind.Key, "may use 'm-1'")]
    [InlineData(Provider.OpenAI, 403, "unsupported_country_region_territory", FaultKind.Refused, "failed (403). It says: the provider's words")]
    [InlineData(Provider.OpenAI, 404, "model_not_found", FaultKind.UnknownModel, "knows no model 'm-1' (404)")]
    [InlineData(Provider.Ollama, 404, "", FaultKind.UnknownModel, "'ollama pull m-1' fetches it")]
    [InlineData(Provider.OpenAI, 429, "insufficient_quota", FaultKind.Quota, "the quota of its account is used up (429)")]
    [InlineData(Provider.OpenRouter, 402, "", FaultKind.Quota, "the quota of its account is used up (402)")]
    [InlineData(Provider.OpenAI, 400, "context_length_exceeded", FaultKind.Refused, "failed (400). It says: the provider's words")]
    public async Task What_a_person_must_mend_is_said_at_once_and_asked_once(Provider provider, int status, string code, FaultKind kind, string expected)
    {
        await using var server = new ModelServer(_ => ModelAnswer.Fault(status, "the provider's words", code));
        var call = await AskAsync(server, provider);

        Assert.Equal(kind, call.Fault);
        Assert.Contains(expected, call.Reason, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Nobody_at_the_endpoint_is_said_with_the_endpoint()
    {
        var section = TestModel.Section(Provider.Compatible, ModelServer.Nowhere) with { Attempts = 2 };
        var call = await TestModel.AskAsync(section, new HastyTime());

        Assert.Equal(FaultKind.Unreachable, call.Fault);
        Assert.Contains($"nobody answers at {section.Endpoint} (the connection was refused)", call.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_key_that_comes_back_is_kept_out_of_replies_and_faults(Provider provider)
    {
        var asked = 0;
        await using var server = new ModelServer(_ => ++asked == 1 ? new ModelAnswer($"your key is {TestModel.Key}") : ModelAnswer.Fault(400, $"bad {TestModel.Key}, also sk-te***me and sk-abcdefgh12345678"));
        var (reply, fault) = (await AskAsync(server, provider), await AskAsync(server, provider));

        Assert.Equal(provider == Provider.Ollama ? $"your key is {TestModel.Key}" : "your key is [key]", reply.Reply);
        Assert.Contains("It says: bad [key], also [key] and [key]", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Well_formed_JSON_that_is_no_answer_is_a_fault(Provider provider)
    {
        foreach (var raw in (string[])["{}", """{"choices": []}""", """{"choices": {}, "content": 3, "message": []}""", """{"choices": [{"message": {"content": 7}, "finish_reason": "?"}], "content": [{"type": "?"}]}"""])
        {
            await using var server = new ModelServer(_ => new ModelAnswer { Raw = raw });
            var call = await AskAsync(server, provider);
            Assert.True(call is { Fault: FaultKind.Broken } or { Reply: "", Guessed: true }, $"{provider} {raw}: {call}");
        }
    }

    [Fact]
    public async Task A_word_in_place_of_a_key_spoils_no_answer()
    {
        await using var server = new ModelServer(_ => new ModelAnswer("index"));
        var section = TestModel.Section(Provider.Compatible, server.Address);
        await using var model = new PaidModel(section, ChatClients.Create(section, "x", new SocketsHttpHandler(), TimeProvider.System), new MemoryRecord(), new Purse(new SpendingLimit(), []), TimeProvider.System);
        Assert.Equal("index", (await model.AskAsync("you improve", ["improve this"], seed: 1, TestContext.Current.CancellationToken)).Reply);
    }

    [Fact]
    public async Task No_more_requests_go_on_at_a_time_than_are_allowed()
    {
        var (now, most) = (0, 0);
        await using var server = new ModelServer(_ => new ModelAnswer("x") { Delay = TimeSpan.FromMilliseconds(20) });
        var section = TestModel.Section(Provider.OpenAI, server.Address) with { Parallel = 2 };
        using var client = Cambrian.Models.Clients.ChatClients.Create(section, TestModel.Key, new Counting(() => most = Math.Max(most, Interlocked.Increment(ref now)), () => Interlocked.Decrement(ref now)), TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => client.GetResponseAsync([new(Microsoft.Extensions.AI.ChatRole.User, $"{number}")], cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal(12, server.Requests.Count);
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task Ollama_is_told_how_much_context_to_make_room_for()
    {
        await using var server = new ModelServer(_ => new ModelAnswer("x"));
        await TestModel.AskAsync(TestModel.Section(Provider.Ollama, server.Address) with { Context = 32_768 }, new HastyTime());
        await AskAsync(server, Provider.Ollama);

        Assert.Equal([32_768, null], server.Requests.Select(request => (int?)request.Body["options"]?["num_ctx"]));
    }

    private static int LimitOf(Provider provider, ModelRequest request) => (int)(provider switch
    {
        Provider.OpenAI => request.Body["max_completion_tokens"],
        Provider.Ollama => request.Body["options"]?["num_predict"],
        _ => request.Body["max_tokens"],
    })!;

    private static Task<ModelCall> AskAsync(ModelServer server, Provider provider, TimeProvider? time = null) =>
        TestModel.AskAsync(TestModel.Section(provider, server.Address), time ?? new HastyTime());

    private sealed class Counting(Action enter, Action leave) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            enter();
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                leave();
            }
        }
    }
}
