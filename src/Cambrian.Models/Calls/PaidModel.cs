using System.ClientModel;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Anthropic.Exceptions;
using Cambrian.Models.Clients;
using Cambrian.Models.Configuration;
using Microsoft.Extensions.AI;
using OllamaSharp.Models.Exceptions;

namespace Cambrian.Models.Calls;

/// <summary>
/// One model as a run uses it: each request is looked up before it is made, paid from the purse, and written down with its reply,
/// so that a run that goes on, or is replayed, asks nothing twice. Safe to share between threads.
/// </summary>
/// <param name="section">The model.</param>
/// <param name="client">Asks it.</param>
/// <param name="record">Where calls are written down.</param>
/// <param name="purse">Pays.</param>
/// <param name="time">The clock of what is written down.</param>
public sealed class PaidModel(ModelSection section, ModelClient client, ICallRecord record, Purse purse, TimeProvider time) : IAsyncDisposable
{
    // English and code take about four characters a token, and nothing that is sent here takes fewer than two.
    private const int CharactersPerToken = 4;
    private const int FewestCharactersPerToken = 2;

    // What is under way when a run is stopped is paid anyway: written down, it is there when the run goes on.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Task, bool> _underWay = new();
    private readonly CancellationTokenSource _over = new();
    private readonly ChatOptions _options = ChatClients.OptionsFor(section);
    private readonly ModelPrice _price = new(section.InputPrice ?? 0, section.OutputPrice ?? 0, section.CachedPrice);

    // Written by several threads, and only ever to true.
    private volatile bool _answered;

    /// <summary>Its name in the run.</summary>
    public string Name => section.Label;

    /// <summary>Whether it ever answered in this run: what is wrong with its key or its name then is news, and no reason to end the run.</summary>
    public bool HasAnswered
    {
        get => _answered;
        init => _answered = value;
    }

    /// <summary>Asks.</summary>
    /// <param name="system">What it is told to be.</param>
    /// <param name="turns">What is asked, and what it answered before: turn by turn, the person's first.</param>
    /// <param name="seed">The step's: the same request of another step is another call.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The call, with a reply or with the reason why there is none.</returns>
    /// <exception cref="ModelsException">It never answered, and a person has to change something before it can.</exception>
    public async Task<ModelCall> AskAsync(string system, IReadOnlyList<string> turns, int seed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var call = new ModelCall { Key = KeyOf(system, turns, seed), Model = Name, System = system, Turns = turns };
        if (record.Find(call.Key) is { } known)
        {
            return known;
        }

        var aside = Most(call);
        await purse.ReserveAsync(_price.Of(aside), aside.Total, cancellation).ConfigureAwait(false);
        var paying = PayAsync(call, aside);
        _underWay.TryAdd(paying, true);
        try
        {
            return await paying.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (paying.IsCompleted)
            {
                _underWay.TryRemove(paying, out _);
            }
        }
    }

    /// <summary>Asks nothing more; what is under way is waited for when this is disposed of.</summary>
    public void Stop() => client.Stop();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        client.Stop();
        var all = Task.WhenAll(_underWay.Keys);
        await Task.WhenAny(all, Task.Delay(Patience, time)).ConfigureAwait(false);
        await _over.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(all).ConfigureAwait(false); // how they ended is in the record
        client.Dispose();
        _over.Dispose();
    }

    private TokenCount Most(ModelCall call) => new((Length(call) / FewestCharactersPerToken) + 1, section.MaxTokens);

    private async Task<ModelCall> PayAsync(ModelCall call, TokenCount aside)
    {
        ModelCall? paid = null;
        try
        {
            paid = await MakeAsync(call, _over.Token).ConfigureAwait(false);
            record.Keep(paid);
            _answered |= paid.Answered;
            return paid.Fault is FaultKind.Key or FaultKind.UnknownModel or FaultKind.Quota && !_answered ? throw new ModelsException(paid.Reason!) : paid; // a fault has a reason
        }
        finally
        {
            purse.Settle(_price.Of(aside), aside.Total, paid);
        }
    }

    private async Task<ModelCall> MakeAsync(ModelCall call, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        try
        {
            var messages = call.Turns.Select((turn, index) => new ChatMessage(index % 2 == 0 ? ChatRole.User : ChatRole.Assistant, turn)).Prepend(new ChatMessage(ChatRole.System, call.System));
            var response = await client.GetResponseAsync(messages, _options, cancellation).ConfigureAwait(false);
            return Answered(call, response) with { Seconds = time.GetElapsedTime(start).TotalSeconds };
        }
        catch (ModelFault fault)
        {
            return call with { Fault = fault.Kind, Reason = fault.Message, Seconds = time.GetElapsedTime(start).TotalSeconds };
        }
        catch (Exception odd) when (odd is ClientResultException or AnthropicException or OllamaException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or JsonException or NullReferenceException)
        {
            // Well-formed JSON that is not what the protocol says; each SDK throws something else at it.
            return call with { Fault = FaultKind.Broken, Reason = $"{Name}: {section.Place} does not answer as its protocol says.", Seconds = time.GetElapsedTime(start).TotalSeconds };
        }
    }

    private ModelCall Answered(ModelCall call, ChatResponse response)
    {
        // What a thinking model thought is paid for; one protocol counts it in the total alone.
        var (input, output, cached) = (response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0, response.Usage?.CachedInputTokenCount ?? 0);
        var counted = new TokenCount(input, Math.Max(output, (response.Usage?.TotalTokenCount ?? 0) - input), Math.Min(cached, input));
        var guessed = counted.Total == 0;
        var tokens = guessed ? new TokenCount((Length(call) + CharactersPerToken - 1) / CharactersPerToken, (response.Text.Length + CharactersPerToken - 1) / CharactersPerToken) : counted;
        return call with
        {
            Reply = response.Text,
            CutOff = response.FinishReason == ChatFinishReason.Length,
            Tokens = tokens,
            Guessed = guessed,
            Price = _price.Of(tokens),
        };
    }

    private static int Length(ModelCall call) => call.System.Length + call.Turns.Sum(turn => turn.Length);

    private string KeyOf(string system, IReadOnlyList<string> turns, int seed)
    {
        // Lengths go in first so that no character can pass from one text to the next.
        var content = new StringBuilder().Append(Name.Length).Append(' ').Append(Name).Append(' ').Append(seed);
        foreach (var text in turns.Prepend(system))
        {
            content.Append(' ').Append(text.Length).Append(' ').Append(text);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }
}
