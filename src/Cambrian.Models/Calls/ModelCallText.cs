using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cambrian.Models.Calls;

/// <summary>A call as text, for whoever keeps it.</summary>
public static class ModelCallText
{
    // Relaxed: it is read by JSON parsers and people, never pasted into a page.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes one line.</summary>
    public static string Write(ModelCall call) => JsonSerializer.Serialize(call, Json);

    /// <summary>Reads it again.</summary>
    public static ModelCall Read(string text) => JsonSerializer.Deserialize<ModelCall>(text, Json) ?? throw new FormatException("A call is recorded as nothing.");
}
