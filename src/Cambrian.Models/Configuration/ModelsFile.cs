using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Cambrian.Models.Configuration;

/// <summary>The content of a <c>models.json</c>. Comments and trailing commas are accepted, unknown members are not.</summary>
public sealed record ModelsFile : ModelSettings
{
    /// <summary>The JSON schema this file follows, for editors; not read.</summary>
    [JsonPropertyName("$schema")]
    [Description("The JSON schema this file follows, for editors.")]
    public string? Schema { get; init; }

    /// <summary>The models.</summary>
    [Description("The models.")]
    public required IReadOnlyList<ModelSection> Models { get; init; }
}
