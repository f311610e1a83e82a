using Microsoft.Extensions.AI;

namespace Cambrian.Models.Clients;

/// <summary>A model's client that can be stopped without losing what is under way.</summary>
public sealed class ModelClient : DelegatingChatClient
{
    private readonly ModelTransport _transport;

    internal ModelClient(IChatClient inner, ModelTransport transport)
        : base(inner) => _transport = transport;

    /// <summary>Sends nothing more. What was sent is still waited for, as it is paid; what was not ends as cancelled.</summary>
    public void Stop() => _transport.Stop();

    /// <summary>A text without the model's key: in a reply that came in pieces, it may have been in several of them.</summary>
    internal string Redact(string text) => _transport.Redact(text);
}
