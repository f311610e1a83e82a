using Microsoft.Extensions.AI;

namespace Cambrian.Models.Clients;

/// <summary>An embedding model's client that can be stopped without losing what is under way.</summary>
public sealed class EmbeddingClient : DelegatingEmbeddingGenerator<string, Embedding<float>>
{
    private readonly ModelTransport _transport;

    internal EmbeddingClient(IEmbeddingGenerator<string, Embedding<float>> inner, ModelTransport transport)
        : base(inner) => _transport = transport;

    /// <summary>Sends nothing more. What was sent is still waited for, as it is paid; what was not ends as cancelled.</summary>
    public void Stop() => _transport.Stop();
}
