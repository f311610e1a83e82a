using System.Collections.Concurrent;
using Cambrian.Models.Calls;
using Cambrian.Models.Clients;
using Cambrian.Models.Configuration;
using Cambrian.Models.Replies;

namespace Cambrian.Models.Tests;

/// <summary>Models at a scripted server, and what a run would have around them.</summary>
internal static class TestModel
{
    public const string Key = "sk-test-4711-do-not-print-me";

    /// <summary>Letters between slashes may change.</summary>
    public static EvolveScope Scope { get; } = new("BLOCK-START", "BLOCK-END", Blocks);

    public static ModelSection Section(Provider provider, string url) => new()
    {
        Provider = provider,
        Model = "m-1",
        Endpoint = provider switch
        {
            Provider.Anthropic or Provider.Ollama => url,
            Provider.Gemini => $"{url}/v1beta/openai/",
            _ => $"{url}/v1",
        },
        Key = provider == Provider.Ollama ? null : "TEST_KEY",
        InputPrice = 3,
        OutputPrice = 15,
        CachedPrice = 0.3,
        MaxTokens = 700,
        TimeLimit = 60_000,
    };

    public static ModelClient Client(ModelSection section, TimeProvider? time = null) => ChatClients.Create(section, section.Key is null ? null : Key, new SocketsHttpHandler(), time ?? new HastyTime());

    public static PaidModel Paid(ModelSection section, MemoryRecord record, SpendingLimit? limit = null) =>
        new(section, Client(section), record, new Purse(limit ?? new SpendingLimit(), record.Calls), new HastyTime());

    /// <summary>Asks a model once.</summary>
    public static async Task<ModelCall> AskAsync(ModelSection section, TimeProvider time, string prompt = "improve this")
    {
        await using var model = new PaidModel(section, Client(section, time), new MemoryRecord(), new Purse(new SpendingLimit(), []), time) { HasAnswered = true };
        return await model.AskAsync("you improve", [prompt], seed: 1, TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, IReadOnlyList<Range>> Blocks(Artifact artifact)
    {
        var marked = artifact.Files.Values.Any(text => text.Contains("BLOCK-START", StringComparison.Ordinal));
        return artifact.Files.ToDictionary(file => file.Key, file => marked ? Blocks(file.Value) : [0..file.Value.Length]);
    }

    private static IReadOnlyList<Range> Blocks(string text)
    {
        List<Range> blocks = [];
        for (var at = text.IndexOf("BLOCK-START", StringComparison.Ordinal); at >= 0;)
        {
            var (start, end) = (text.IndexOf('\n', at) + 1, text.IndexOf("BLOCK-END", at, StringComparison.Ordinal));
            blocks.Add(end < 0 ? start..text.Length : start..Math.Max(start, text.LastIndexOf('\n', end) + 1));
            at = end < 0 ? -1 : text.IndexOf("BLOCK-START", end, StringComparison.Ordinal);
        }

        return blocks;
    }
}

internal sealed class MemoryRecord : ICallRecord
{
    private readonly ConcurrentDictionary<string, ModelCall> _calls = new();

    public IReadOnlyCollection<ModelCall> Calls => [.. _calls.Values];

    public ModelCall? Find(string key) => _calls.TryGetValue(key, out var call) && call.Answered ? call : null;

    public void Keep(ModelCall call) => _calls[call.Key] = call;
}
