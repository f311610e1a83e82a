using Cambrian.Models.Calls;
using Cambrian.Models.Clients;
using Cambrian.Models.Configuration;

namespace Cambrian.Models.Tests.Clients;

/// <summary>Embeddings over the wire formats of OpenAI and Ollama.</summary>
public sealed class EmbeddingTests
{
    private static readonly float[] Vector = [0.25f, -0.5f, 1e-7f];

    public static TheoryData<Provider> Providers => [.. Enum.GetValues<Provider>().Where(provider => provider != Provider.Anthropic)];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Every_provider_embeds_in_its_own_protocol_and_is_counted_to_the_token(Provider provider)
    {
        await using var server = new ModelServer(_ => new ModelAnswer { Vector = Vector, Input = 1_000 });
        var record = new MemoryRecord();
        var call = await AskAsync(server, provider, record);

        Assert.Equal(Vector, PaidEmbedder.VectorOf(call));
        Assert.Equal(new TokenCount(1_000, 0), call.Tokens);
        Assert.Equal(1_000 * 3 / 1e6, call.Price, 12);
        Assert.False(call.Guessed);
        var request = Assert.Single(server.Requests);
        Assert.Equal(("m-1", "a program", provider == Provider.Ollama ? "" : TestModel.Key), (request.Model, request.Embedded, request.Key));
        Assert.Equal(ModelCallText.Write(call), ModelCallText.Write(Assert.Single(record.Calls)));
    }

    [Fact]
    public async Task A_server_that_answers_with_numbers_where_base64_was_asked_for_is_understood()
    {
        await using var server = new ModelServer(_ => new ModelAnswer { Vector = Vector, Code = "numbers" });
        Assert.Equal(Vector, PaidEmbedder.VectorOf(await AskAsync(server, Provider.Compatible)));
    }

    [Fact]
    public async Task Tokens_that_nobody_counts_are_guessed()
    {
        await using var server = new ModelServer(_ => new ModelAnswer { Vector = Vector, Uncounted = true });
        var call = await AskAsync(server, Provider.Compatible);
        Assert.Equal((true, new TokenCount(3, 0)), (call.Guessed, call.Tokens));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_passes_is_tried_again(Provider provider)
    {
        var asked = 0;
        await using var server = new ModelServer(_ => ++asked switch
        {
            1 => ModelAnswer.Fault(500, "internal error", "server_error"),
            2 => new ModelAnswer { Vector = Vector, Breaks = true },
            3 => new ModelAnswer { Raw = "{\"data\": [" },
            4 => ModelAnswer.Fault(429, "slow down", "rate_limit_exceeded"),
            _ => new ModelAnswer { Vector = Vector },
        });
        Assert.Equal(Vector, PaidEmbedder.VectorOf(await AskAsync(server, provider)));
        Assert.Equal(5, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Well_formed_JSON_that_is_no_embedding_is_a_fault(Provider provider)
    {
        foreach (var raw in (string[])["{}", """{"data": [], "embeddings": []}""", """{"data": {}, "embeddings": 3}""", """{"data": [{"index": 0, "embedding": "@@"}], "embeddings": [["x"]]}"""])
        {
            await using var server = new ModelServer(_ => new ModelAnswer { Raw = raw });
            var call = await AskAsync(server, provider);
            Assert.True(call is { Fault: FaultKind.Broken, Answered: false }, $"{provider} {raw}: {call}");
        }
    }

    [Fact]
    public async Task A_text_is_asked_for_once_and_found_again()
    {
        var record = new MemoryRecord();
        await using var server = new ModelServer(_ => new ModelAnswer { Vector = Vector });
        var section = TestModel.Section(Provider.OpenAI, server.Address);
        await using (var embedder = Embedder(section, record))
        {
            await embedder.EmbedAsync("a program", TestContext.Current.CancellationToken);
            await embedder.EmbedAsync("a program", TestContext.Current.CancellationToken);
        }

        await using var later = Embedder(section, record);
        Assert.Equal(Vector, PaidEmbedder.VectorOf(later.Find("a program")!));
        Assert.Null(later.Find("another"));
        await later.EmbedAsync("a program", TestContext.Current.CancellationToken);
        Assert.Single(server.Requests);
    }

    internal static PaidEmbedder Embedder(ModelSection section, MemoryRecord record, Purse? purse = null) =>
        new(section, ChatClients.CreateEmbedding(section, section.Key is null ? null : TestModel.Key, new SocketsHttpHandler(), new HastyTime()), record, purse ?? new Purse(new SpendingLimit(), record.Calls), new HastyTime()) { HasAnswered = true };

    private static async Task<ModelCall> AskAsync(ModelServer server, Provider provider, MemoryRecord? record = null)
    {
        await using var embedder = Embedder(TestModel.Section(provider, server.Address), record ?? new MemoryRecord());
        return await embedder.EmbedAsync("a program", TestContext.Current.CancellationToken);
    }
}
