using System.Globalization;
using Cambrian.Models.Clients;
using Cambrian.Models.Configuration;
using Microsoft.Extensions.AI;

namespace Cambrian.Models.Calls;

/// <summary>One model as a run uses it: asked nothing twice, paid from the purse, and every call written down. Safe to share between threads.</summary>
/// <param name="section">The model.</param>
/// <param name="client">Asks it.</param>
/// <param name="record">Where calls are written down.</param>
/// <param name="purse">Pays.</param>
/// <param name="time">The clock of what is written down.</param>
public sealed class PaidModel(ModelSection section, ModelClient client, ICallRecord record, Purse purse, TimeProvider time) : IAsyncDisposable
{
    private readonly ChatOptions _options = ChatClients.OptionsFor(section);
    private readonly PaidCalls _calls = new(section, client.Stop, record, purse, time);

    /// <summary>Its name in the run.</summary>
    public string Name => section.Label;

    /// <summary>Whether it ever answered in this run: what is wrong with its key or its name then is news, and no reason to end the run.</summary>
    public bool HasAnswered
    {
        get => _calls.HasAnswered;
        init => _calls.HasAnswered = value;
    }

    /// <summary>Asks.</summary>
    /// <param name="system">What it is told to be.</param>
    /// <param name="turns">What is asked, and what it answered before: turn by turn, the person's first.</param>
    /// <param name="seed">The step's: the same request of another step is another call.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The call, with a reply or with the reason why there is none.</returns>
    /// <exception cref="ModelsException">It never answered, and a person has to change something before it can.</exception>
    public Task<ModelCall> AskAsync(string system, IReadOnlyList<string> turns, int seed, CancellationToken cancellation)
    {
        var key = _calls.KeyOf(seed.ToString(CultureInfo.InvariantCulture), turns.Prepend(system));
        var call = new ModelCall { Key = key, Model = Name, System = system, Turns = turns };
        return _calls.MakeAsync(call, section.MaxTokens, token => AnswerAsync(call, token), cancellation);
    }

    /// <summary>Asks nothing more; what is under way is waited for when this is disposed of.</summary>
    public void Stop() => client.Stop();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _calls.DisposeAsync().ConfigureAwait(false);
        client.Dispose();
    }

    private async Task<ModelCall> AnswerAsync(ModelCall call, CancellationToken cancellation)
    {
        var messages = call.Turns.Select((turn, index) => new ChatMessage(index % 2 == 0 ? ChatRole.User : ChatRole.Assistant, turn)).Prepend(new ChatMessage(ChatRole.System, call.System));
        var response = section.Stream
            ? await client.GetStreamingResponseAsync(messages, _options, cancellation).ToChatResponseAsync(cancellation).ConfigureAwait(false)
            : await client.GetResponseAsync(messages, _options, cancellation).ConfigureAwait(false);

        // What a thinking model thought is paid for; one protocol counts it in the total alone.
        var (input, output, cached) = (response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0, response.Usage?.CachedInputTokenCount ?? 0);
        var counted = new TokenCount(input, Math.Max(output, (response.Usage?.TotalTokenCount ?? 0) - input), Math.Min(cached, input));
        var guessed = counted.Total == 0;
        return call with
        {
            Reply = client.Redact(response.Text),
            CutOff = response.FinishReason == ChatFinishReason.Length,
            Tokens = guessed ? new TokenCount(PaidCalls.Guess(call.Length), PaidCalls.Guess(response.Text.Length)) : counted,
            Guessed = guessed,
        };
    }
}
