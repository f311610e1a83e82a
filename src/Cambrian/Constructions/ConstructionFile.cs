using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cambrian.Constructions;

/// <summary>A construction with where it comes from, as it is kept. What it claims is verified again by whoever reads it.</summary>
internal sealed record ConstructionFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Read by JSON parsers, never pasted into a page.
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The problem's name.</summary>
    public required string Problem { get; init; }

    /// <summary>What the evaluator gave it.</summary>
    public required double Score { get; init; }

    /// <summary>The command that makes it again.</summary>
    public required string Command { get; init; }

    /// <summary>The run's seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Processor time that it took to find, that of the constructions it was made from included.</summary>
    public required double CpuSeconds { get; init; }

    /// <summary>"scratch" or "chain".</summary>
    public string From => Start is null ? "scratch" : "chain";

    /// <summary>The construction it was made from; null for one from scratch.</summary>
    public StartRecord? Start { get; init; }

    /// <summary>The construction as JSON.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public required string Construction { get; init; }

    /// <summary>Reads a file that <see cref="ToJson"/> wrote.</summary>
    /// <returns>Null when it is none: a construction of somebody else's, for instance.</returns>
    public static ConstructionFile? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ConstructionFile>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The file's text: the construction is a line of its own.</summary>
    public string ToJson() => $"{JsonSerializer.Serialize(this, Json)}\n";
}
