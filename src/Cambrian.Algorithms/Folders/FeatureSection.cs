using System.ComponentModel;

namespace Cambrian.Algorithms.Folders;

/// <summary>One parameter of the entry method.</summary>
public sealed record FeatureSection
{
    /// <summary>The parameter's name.</summary>
    [Description("The parameter's name.")]
    public required string Name { get; init; }

    /// <summary>Smallest value to expect; default 0.</summary>
    [Description("Smallest value to expect; default 0.")]
    public double Low { get; init; }

    /// <summary>Greatest value to expect; default 1.</summary>
    [Description("Greatest value to expect; default 1.")]
    public double High { get; init; } = 1;

    /// <summary>What it means, for people and models.</summary>
    [Description("What it means, for people and models.")]
    public string Description { get; init; } = "";
}
