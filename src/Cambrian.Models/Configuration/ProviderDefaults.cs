namespace Cambrian.Models.Configuration;

/// <summary>What holds for a provider where a model's section says nothing.</summary>
internal static class ProviderDefaults
{
    /// <summary>Where requests go; null when it must be given.</summary>
    public static string? Endpoint(Provider provider) => provider switch
    {
        Provider.OpenAI => "https://api.openai.com/v1",
        Provider.Anthropic => "https://api.anthropic.com",
        Provider.Gemini => "https://generativelanguage.googleapis.com/v1beta/openai/",
        Provider.OpenRouter => "https://openrouter.ai/api/v1",
        Provider.Ollama => "http://localhost:11434",
        _ => null,
    };

    /// <summary>The environment variable with the key; null when none is needed.</summary>
    public static string? Key(Provider provider) => provider switch
    {
        Provider.OpenAI => "OPENAI_API_KEY",
        Provider.Anthropic => "ANTHROPIC_API_KEY",
        Provider.Gemini => "GEMINI_API_KEY",
        Provider.OpenRouter => "OPENROUTER_API_KEY",
        _ => null,
    };

    /// <summary>Whether whoever runs it pays with electricity alone, so that no price means that it is free.</summary>
    public static bool IsOwn(Provider provider) => provider is Provider.Ollama or Provider.Compatible;
}
