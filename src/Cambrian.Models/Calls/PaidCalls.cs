using System.ClientModel;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Anthropic.Exceptions;
using Cambrian.Models.Clients;
using Cambrian.Models.Configuration;
using OllamaSharp.Models.Exceptions;

namespace Cambrian.Models.Calls;

/// <summary>
/// The requests to one model as a run makes them: each is looked up before it is made, paid from the purse, and written down with its
/// reply, so that a run that goes on, or is replayed, asks nothing twice. Safe to share between threads.
/// </summary>
/// <param name="section">The model.</param>
/// <param name="stop">Keeps what was not sent yet from being sent.</param>
/// <param name="record">Where calls are written down.</param>
/// <param name="purse">Pays.</param>
/// <param name="time">The clock of what is written down.</param>
internal sealed class PaidCalls(ModelSection section, Action stop, ICallRecord record, Purse purse, TimeProvider time) : IAsyncDisposable
{
    // English and code take about four characters a token, and nothing that is sent here takes fewer than two.
    private const int CharactersPerToken = 4;
    private const int FewestCharactersPerToken = 2;

    // What is under way when a run is stopped is paid anyway: written down, it is there when the run goes on.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Task, bool> _underWay = new();
    private readonly CancellationTokenSource _over = new();
    private readonly ModelPrice _price = new(section.InputPrice ?? 0, section.OutputPrice ?? 0, section.CachedPrice);

    // Written by several threads, and only ever to true.
    private volatile bool _answered;

    /// <summary>Whether the model ever answered in this run: what is wrong with its key or its name then is news, and no reason to end the run.</summary>
    public bool HasAnswered
    {
        get => _answered;
        set => _answered = value;
    }

    /// <summary>Tokens of a text, guessed from its length.</summary>
    public static int Guess(int characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;

    /// <summary>What the same call of the same model is found by again.</summary>
    /// <param name="kind">What goes before the texts, for instance the step.</param>
    /// <param name="texts">What is asked.</param>
    public string KeyOf(string kind, IEnumerable<string> texts)
    {
        // Lengths go in first so that no character can pass from one text to the next.
        var content = new StringBuilder().Append(section.Label.Length).Append(' ').Append(section.Label).Append(' ').Append(kind);
        foreach (var text in texts)
        {
            content.Append(' ').Append(text.Length).Append(' ').Append(text);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }

    /// <summary>A call that was recorded with its reply; null when there is none.</summary>
    public ModelCall? Find(string key) => record.Find(key);

    /// <summary>Makes a call, unless it is recorded.</summary>
    /// <param name="call">What is asked.</param>
    /// <param name="longest">The most tokens that come back.</param>
    /// <param name="make">Makes it: the call with the reply and what the provider counted.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The call, with a reply or with the reason why there is none.</returns>
    /// <exception cref="ModelsException">The model never answered, and a person has to change something before it can.</exception>
    /// <exception cref="PurseEmptyException">It cannot be paid.</exception>
    public async Task<ModelCall> MakeAsync(ModelCall call, int longest, Func<CancellationToken, Task<ModelCall>> make, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (record.Find(call.Key) is { } known)
        {
            return known;
        }

        var aside = new TokenCount((call.Length / FewestCharactersPerToken) + 1, longest);
        await purse.ReserveAsync(_price.Of(aside), aside.Total, cancellation).ConfigureAwait(false);
        var paying = PayAsync(call, aside, make);
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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        stop();
        var all = Task.WhenAll(_underWay.Keys);
        await Task.WhenAny(all, Task.Delay(Patience, time)).ConfigureAwait(false);
        await _over.CancelAsync().ConfigureAwait(false);
        await Task.WhenAny(all).ConfigureAwait(false); // how they ended is in the record
        _over.Dispose();
    }

    private async Task<ModelCall> PayAsync(ModelCall call, TokenCount aside, Func<CancellationToken, Task<ModelCall>> make)
    {
        ModelCall? paid = null;
        try
        {
            paid = await TimedAsync(call, make).ConfigureAwait(false);
            record.Keep(paid);
            _answered |= paid.Answered;
            return paid.Fault is FaultKind.Key or FaultKind.UnknownModel or FaultKind.Quota && !_answered ? throw new ModelsException(paid.Reason!) : paid; // a fault has a reason
        }
        finally
        {
            purse.Settle(_price.Of(aside), aside.Total, paid);
        }
    }

    private async Task<ModelCall> TimedAsync(ModelCall call, Func<CancellationToken, Task<ModelCall>> make)
    {
        var start = time.GetTimestamp();
        var made = await MadeAsync(call, make).ConfigureAwait(false);
        return made with { Price = _price.Of(made.Tokens), Seconds = time.GetElapsedTime(start).TotalSeconds };
    }

    private async Task<ModelCall> MadeAsync(ModelCall call, Func<CancellationToken, Task<ModelCall>> make)
    {
        try
        {
            return await make(_over.Token).ConfigureAwait(false);
        }
        catch (ModelFault fault)
        {
            var failed = call with { Fault = fault.Kind, Reason = fault.Message };

            // What came of a reply before it broke off was written, and so is paid, but nobody counted it.
            return fault.Received > 0 ? failed with { Tokens = new TokenCount(Guess(call.Length), Guess(fault.Received)), Guessed = true } : failed;
        }
        catch (Exception odd) when (odd is ClientResultException or AnthropicException or OllamaException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or JsonException or NullReferenceException)
        {
            // Well-formed JSON that is not what the protocol says; each SDK throws something else at it.
            return call with { Fault = FaultKind.Broken, Reason = $"{section.Label}: {section.Place} does not answer as its protocol says." };
        }
    }
}
