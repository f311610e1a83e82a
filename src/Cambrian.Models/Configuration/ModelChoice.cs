using System.Text.Json.Serialization;

namespace Cambrian.Models.Configuration;

/// <summary>By which rule a run chooses among its models and the edits that need none.</summary>
public enum ModelChoice
{
    /// <summary>The engine's own: by ranks of recent gains per cost.</summary>
    [JsonStringEnumMemberName("gain")]
    Gain,

    /// <summary>Upper confidence bounds on gains and costs, as in ShinkaEvolve.</summary>
    [JsonStringEnumMemberName("ucb")]
    Ucb,

    /// <summary>Thompson sampling of gains, as in ShinkaEvolve.</summary>
    [JsonStringEnumMemberName("thompson")]
    Thompson,

    /// <summary>By the models' weights, as in OpenEvolve.</summary>
    [JsonStringEnumMemberName("fixed")]
    Fixed,
}
