using System.Text.Json.Serialization;

namespace Cambrian.Models.Configuration;

/// <summary>Who serves a model, and so which protocol is spoken, where, and with which key.</summary>
public enum Provider
{
    /// <summary>OpenAI.</summary>
    [JsonStringEnumMemberName("openai")]
    OpenAI,

    /// <summary>Anthropic.</summary>
    [JsonStringEnumMemberName("anthropic")]
    Anthropic,

    /// <summary>Google, by its endpoint that speaks OpenAI's protocol.</summary>
    [JsonStringEnumMemberName("gemini")]
    Gemini,

    /// <summary>OpenRouter, which passes on to many.</summary>
    [JsonStringEnumMemberName("openrouter")]
    OpenRouter,

    /// <summary>An Ollama server, by default on this machine.</summary>
    [JsonStringEnumMemberName("ollama")]
    Ollama,

    /// <summary>Anything else that speaks OpenAI's protocol: vLLM, llama.cpp, LM Studio. Its endpoint must be given.</summary>
    [JsonStringEnumMemberName("compatible")]
    Compatible,
}
