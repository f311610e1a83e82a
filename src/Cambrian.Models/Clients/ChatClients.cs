using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Http.Headers;
using Anthropic;
using Cambrian.Models.Configuration;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OllamaSharp.Models;
using OpenAI;
using OpenAI.Chat;

namespace Cambrian.Models.Clients;

/// <summary>Makes the client of a configured model from the SDK of its provider.</summary>
public static class ChatClients
{
    // Waiting and trying again are the transport's business.
    private static readonly TimeSpan NoLimit = TimeSpan.FromDays(1);

#pragma warning disable CA2000 // What is made here lives as long as the client.
    /// <summary>A client.</summary>
    /// <param name="model">The model.</param>
    /// <param name="key">Its key; null when it needs none.</param>
    /// <param name="wire">Sends requests; disposed of with the client.</param>
    /// <param name="time">The clock of waits and limits.</param>
    public static ModelClient Create(ModelSection model, string? key, HttpMessageHandler wire, TimeProvider time)
    {
        var secret = new Secret(key);
        var transport = new ModelTransport(model, secret, wire, time);
        var http = new HttpClient(transport) { Timeout = Timeout.InfiniteTimeSpan };
        return new ModelClient(
            model.Provider switch
            {
                Provider.Anthropic => OfAnthropic(model, secret, http),
                Provider.Ollama => OfOllama(model, secret, http),
                _ => OfOpenAI(model, secret, http),
            },
            transport);
    }

    /// <summary>A client of a model that embeds.</summary>
    /// <param name="model">The model; not Anthropic's, which has none.</param>
    /// <param name="key">Its key; null when it needs none.</param>
    /// <param name="wire">Sends requests; disposed of with the client.</param>
    /// <param name="time">The clock of waits and limits.</param>
    public static EmbeddingClient CreateEmbedding(ModelSection model, string? key, HttpMessageHandler wire, TimeProvider time)
    {
        var secret = new Secret(key);
        var transport = new ModelTransport(model, secret, wire, time);
        var http = new HttpClient(transport) { Timeout = Timeout.InfiniteTimeSpan };
        return new EmbeddingClient(
            model.Provider == Provider.Ollama ? OfOllama(model, secret, http) : Sdk(model, secret, http).GetEmbeddingClient(model.Model).AsIEmbeddingGenerator(),
            transport);
    }

    private static IChatClient OfAnthropic(ModelSection model, Secret secret, HttpClient http) =>
        new AnthropicClient { ApiKey = secret.ForHeader, BaseUrl = model.Place, HttpClient = http, MaxRetries = 0, Timeout = NoLimit }.AsIChatClient(model.Model);
#pragma warning restore CA2000

    /// <summary>What is asked of a model besides its messages.</summary>
    public static ChatOptions OptionsFor(ModelSection model)
    {
        var options = new ChatOptions { Temperature = (float?)model.Temperature };
        if (model.Provider is Provider.OpenAI or Provider.Anthropic or Provider.Ollama)
        {
            options.MaxOutputTokens = model.MaxTokens;
            return model.Context is { } context ? options.AddOllamaOption(OllamaOption.NumCtx, context) : options;
        }

        // OpenAI itself wants max_completion_tokens; most others know only the name it had before.
#pragma warning disable SCME0001 // The SDK's way to send members that it does not know.
        options.RawRepresentationFactory = _ =>
        {
            var raw = new ChatCompletionOptions();
            raw.Patch.Set("$.max_tokens"u8, model.MaxTokens);
            return raw;
        };
#pragma warning restore SCME0001
        return options;
    }

    private static IChatClient OfOpenAI(ModelSection model, Secret secret, HttpClient http) => Sdk(model, secret, http).GetChatClient(model.Model).AsIChatClient();

    private static OpenAIClient Sdk(ModelSection model, Secret secret, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = new Uri(model.Place),
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = NoLimit,
        };
        return new OpenAIClient(new ApiKeyCredential(secret.ForHeader), options);
    }

    // Ollama itself asks for no key; what stands before it may.
    private static OllamaApiClient OfOllama(ModelSection model, Secret secret, HttpClient http)
    {
        http.DefaultRequestHeaders.Authorization = model.KeyVariable is null ? null : new AuthenticationHeaderValue("Bearer", secret.ForHeader);
        http.BaseAddress = new Uri(model.Place);
        return new OllamaApiClient(http, model.Model);
    }
}
