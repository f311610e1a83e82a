using System.Runtime.InteropServices;
using Cambrian.Models.Clients;
using Cambrian.Models.Configuration;

namespace Cambrian.Models.Calls;

/// <summary>An embedding model as a run uses it: the same text is asked for once, paid from the purse, and every call written down with its vector. Safe to share between threads.</summary>
/// <param name="section">The model.</param>
/// <param name="client">Asks it.</param>
/// <param name="record">Where calls are written down.</param>
/// <param name="purse">Pays.</param>
/// <param name="time">The clock of what is written down.</param>
public sealed class PaidEmbedder(ModelSection section, EmbeddingClient client, ICallRecord record, Purse purse, TimeProvider time) : IAsyncDisposable
{
    private const string Kind = "embedding";

    private readonly PaidCalls _calls = new(section, client.Stop, record, purse, time);

    /// <summary>Whether it ever answered in this run.</summary>
    public bool HasAnswered
    {
        get => _calls.HasAnswered;
        init => _calls.HasAnswered = value;
    }

    /// <summary>Asks for the embedding of a text, unless it is recorded.</summary>
    /// <returns>The call, with <see cref="VectorOf"/> its embedding, or with the reason why there is none.</returns>
    /// <exception cref="ModelsException">It never answered, and a person has to change something before it can.</exception>
    public Task<ModelCall> EmbedAsync(string text, CancellationToken cancellation)
    {
        var call = new ModelCall { Key = _calls.KeyOf(Kind, [text]), Model = section.Label, System = "", Turns = [text] };
        return _calls.MakeAsync(call, longest: 0, token => AnswerAsync(call, text, token), cancellation);
    }

    /// <summary>The recorded call for a text; null when there is none.</summary>
    public ModelCall? Find(string text) => _calls.Find(_calls.KeyOf(Kind, [text]));

    /// <summary>A call's embedding; null when it was not answered.</summary>
    public static float[]? VectorOf(ModelCall call) => call.Reply is { } reply ? MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(reply)).ToArray() : null;

    /// <summary>Asks nothing more; what is under way is waited for when this is disposed of.</summary>
    public void Stop() => client.Stop();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _calls.DisposeAsync().ConfigureAwait(false);
        client.Dispose();
    }

    private async Task<ModelCall> AnswerAsync(ModelCall call, string text, CancellationToken cancellation)
    {
        var answer = await client.GenerateAsync([text], cancellationToken: cancellation).ConfigureAwait(false);
        var vector = answer.Count == 1 && answer[0].Vector is { Length: > 0 } only ? only : throw new FormatException("One embedding was asked for.");
        var counted = answer.Usage?.InputTokenCount ?? 0;
        return call with
        {
            Reply = Convert.ToBase64String(MemoryMarshal.AsBytes(vector.Span)),
            Tokens = new TokenCount(counted > 0 ? counted : PaidCalls.Guess(text.Length), 0),
            Guessed = counted == 0,
        };
    }
}
