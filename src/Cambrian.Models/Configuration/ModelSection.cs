using System.ComponentModel;

namespace Cambrian.Models.Configuration;

/// <summary>One model that may propose. Holds no key, only the name of the environment variable that does.</summary>
public sealed record ModelSection
{
    /// <summary>Its name in ledgers and tables; by default the model's own, with dashes for slashes.</summary>
    [Description("Its name in ledgers and tables, without \"/\"; default: the model's own name.")]
    public string? Name { get; init; }

    /// <summary>Who serves it.</summary>
    [Description("Who serves it; compatible stands for anything that speaks OpenAI's protocol, such as vLLM, llama.cpp and LM Studio.")]
    public required Provider Provider { get; init; }

    /// <summary>The model as the provider calls it.</summary>
    [Description("The model as the provider calls it.")]
    public required string Model { get; init; }

    /// <summary>Where requests go; by default the provider's own place.</summary>
    [Description("Where requests go, for instance \"http://localhost:8000/v1\"; default: the provider's own place. Must be given for compatible.")]
    public string? Endpoint { get; init; }

    /// <summary>The NAME of the environment variable that holds the key.</summary>
    [Description("The NAME of the environment variable that holds the key, never the key; default: OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY or OPENROUTER_API_KEY.")]
    public string? Key { get; init; }

    /// <summary>Sampling temperature; by default the provider's own.</summary>
    [Description("Sampling temperature; default: the provider's own. Some models accept no other.")]
    public double? Temperature { get; init; }

    /// <summary>Longest reply in tokens, thinking included; default 8192.</summary>
    [Description("Longest reply in tokens, thinking included; default 8192.")]
    public int MaxTokens { get; init; } = 8192;

    /// <summary>Tokens of context that an Ollama server makes room for, prompt and reply together; by default as many as it is set to.</summary>
    [Description("Only for ollama: tokens of context it makes room for (num_ctx), prompt and reply together; default: as many as the server is set to, and what is over is cut off without a word.")]
    public int? Context { get; init; }

    /// <summary>Price of a million input tokens; by default from the price table.</summary>
    [Description("Price of a million input tokens; default: from the price table, and 0 for ollama and compatible.")]
    public double? InputPrice { get; init; }

    /// <summary>Price of a million output tokens; by default from the price table.</summary>
    [Description("Price of a million output tokens; default: from the price table, and 0 for ollama and compatible.")]
    public double? OutputPrice { get; init; }

    /// <summary>Price of a million input tokens that the provider found in its cache; by default that of other input.</summary>
    [Description("Price of a million input tokens that the provider had in its cache; default: that of other input.")]
    public double? CachedPrice { get; init; }

    /// <summary>How often it is asked where models are chosen by fixed weights; default 1, which is also the weight of the edits that need no model.</summary>
    [Description("How often it is asked where the choice of models is fixed; default 1, which is also the weight of the edits that need no model.")]
    public double Weight { get; init; } = 1;

    /// <summary>Whether replies are asked for in pieces as they are written; default false. The time limit then holds for each pause.</summary>
    [Description("Whether replies are asked for in pieces, as they are written; default false. timeLimit then holds for each pause, not for the whole.")]
    public bool Stream { get; init; }

    /// <summary>Requests under way at a time; default 8.</summary>
    [Description("Requests under way at a time; default 8.")]
    public int Parallel { get; init; } = 8;

    /// <summary>Seconds that one attempt at a request may take, or where it streams each pause in it; default 300.</summary>
    [Description("Seconds that one attempt at a request may take, or with stream the first piece and each pause after it; default 300.")]
    public double TimeLimit { get; init; } = 300;

    /// <summary>Attempts at one request before its step is given up; default 5.</summary>
    [Description("Attempts at one request before its step is given up; default 5.")]
    public int Attempts { get; init; } = 5;

    /// <summary>Its name in ledgers and tables.</summary>
    internal string Label => Name ?? Model.Replace('/', '-');

    /// <summary>The variable that holds its key; null when it needs none.</summary>
    internal string? KeyVariable => Key ?? ProviderDefaults.Key(Provider);

    /// <summary>Where its requests go.</summary>
    internal string Place => Endpoint ?? ProviderDefaults.Endpoint(Provider) ?? "";
}
