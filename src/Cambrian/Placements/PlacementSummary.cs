using System.Text.Json;
using System.Text.Json.Serialization;
using Cambrian.Chips.Costs;

namespace Cambrian.Placements;

/// <summary>The one line that <c>place --json</c> ends with.</summary>
internal sealed record PlacementSummary
{
    /// <summary>The folder's name.</summary>
    [JsonPropertyName("case")]
    public required string Case { get; init; }

    /// <summary>The terms of the cost.</summary>
    [JsonIgnore]
    public ProxyCost Cost { get; init; }

    /// <summary>What was minimised.</summary>
    [JsonPropertyName("proxy")]
    public double Proxy => Cost.Proxy;

    /// <summary>The first term.</summary>
    [JsonPropertyName("wirelength")]
    public double Wirelength => Cost.Wirelength;

    /// <summary>The second term, before its weight of a half.</summary>
    [JsonPropertyName("density")]
    public double Density => Cost.Density;

    /// <summary>The third term, before its weight of a half.</summary>
    [JsonPropertyName("congestion")]
    public double Congestion => Cost.Congestion;

    /// <summary>Pairs of hard macros that overlap, in single precision.</summary>
    [JsonPropertyName("overlaps")]
    public required int Overlaps { get; init; }

    /// <summary>Macros that reach beyond the canvas.</summary>
    [JsonIgnore]
    public int Outside { get; init; }

    /// <summary>Moves tried.</summary>
    [JsonPropertyName("moves")]
    public required long Moves { get; init; }

    /// <summary>Processor time of the search, all threads together.</summary>
    [JsonPropertyName("cpu_seconds")]
    public required double CpuSeconds { get; init; }

    /// <summary>One line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);
}
