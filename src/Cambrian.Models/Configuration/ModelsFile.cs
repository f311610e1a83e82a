using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Cambrian.Models.Configuration;

/// <summary>The content of a <c>models.json</c>. Comments and trailing commas are accepted, unknown members are not.</summary>
public sealed record ModelsFile
{
    /// <summary>The JSON schema this file follows, for editors; not read.</summary>
    [JsonPropertyName("$schema")]
    [Description("The JSON schema this file follows, for editors.")]
    public string? Schema { get; init; }

    /// <summary>What a step is worth in money; default 0.01.</summary>
    [Description("What a step is worth in money, so that a model's price can be weighed against a step without one; default 0.01.")]
    public double StepWorth { get; init; } = ModelRoster.DefaultStepWorth;

    /// <summary>Whether models also write the instructions that prompts give; default false.</summary>
    [Description("Whether models also write the instructions that prompts give, which are kept by what came of them; default false.")]
    public bool EvolvePrompts { get; init; }

    /// <summary>By which rule they are chosen; default <see cref="ModelChoice.Gain"/>.</summary>
    [Description("By which rule models are chosen: gain (recent gains per cost, the default), ucb or thompson (as in ShinkaEvolve), or fixed (by their weights, as in OpenEvolve).")]
    public ModelChoice Choice { get; init; }

    /// <summary>When a model's program is too similar to earlier ones; null, the default, where only equal programs are.</summary>
    [Description("When a model's program is too similar to earlier ones to be measured, by an embedding model; default: only when it is equal to one.")]
    public NoveltySection? Novelty { get; init; }

    /// <summary>The models.</summary>
    [Description("The models.")]
    public required IReadOnlyList<ModelSection> Models { get; init; }
}
