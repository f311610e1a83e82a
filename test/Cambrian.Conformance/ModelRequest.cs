using System.Text.Json.Nodes;

namespace Cambrian.Conformance;

/// <summary>What a model server was asked.</summary>
/// <param name="Path">Path of the request.</param>
/// <param name="Key">The key that came with it.</param>
/// <param name="Body">The body.</param>
public sealed record ModelRequest(string Path, string Key, JsonObject Body)
{
    public string Model => $"{Body["model"]}";

    /// <summary>Whether it wants the answer in pieces.</summary>
    public bool Streams => Body["stream"]?.GetValue<bool>() == true;

    /// <summary>The text that it wants embedded; null when it wants to talk.</summary>
    public string? Embedded => Body["input"] is { } input ? $"{(input is JsonArray several ? several[0] : input)}" : null;

    /// <summary>What was said last.</summary>
    public string Prompt => Turns[^1];

    /// <summary>Everything that was said, without what the model was told to be.</summary>
    public IReadOnlyList<string> Turns => [.. Body["messages"]!.AsArray().Where(message => $"{message!["role"]}" is not ("system" or "developer")).Select(message => TextOf(message!["content"]!))];

    private static string TextOf(JsonNode content) => content is JsonArray parts ? string.Concat(parts.Select(part => $"{part!["text"]}")) : $"{content}";
}
