using System.Text.Json.Nodes;

namespace Cambrian.Conformance;

/// <summary>What a model server was asked.</summary>
/// <param name="Path">Path of the request.</param>
/// <param name="Key">The key that came with it.</param>
/// <param name="Body">The body.</param>
public sealed record ModelRequest(string Path, string Key, JsonObject Body)
{
    public string Model => $"{Body["model"]}";

    /// <summary>What was said last.</summary>
    public string Prompt => Turns[^1];

    /// <summary>Everything that was said, without what the model was told to be.</summary>
    public IReadOnlyList<string> Turns => [.. Body["messages"]!.AsArray().Where(message => $"{message!["role"]}" is not ("system" or "developer")).Select(message => TextOf(message!["content"]!))];

    private static string TextOf(JsonNode content) => content is JsonArray parts ? string.Concat(parts.Select(part => $"{part!["text"]}")) : $"{content}";
}
