using System.ComponentModel;

namespace Cambrian.Algorithms.Folders;

/// <summary>A published value to compare with.</summary>
public sealed record KnownValueSection
{
    /// <summary>Whose it is.</summary>
    [Description("Whose it is, for instance \"FunSearch\".")]
    public required string Name { get; init; }

    /// <summary>The score, in the problem's own direction and unit.</summary>
    [Description("The score on the sealed test cases, in the problem's own direction and unit.")]
    public required double Value { get; init; }

    /// <summary>Where it is published.</summary>
    [Description("Where it is published.")]
    public required string Source { get; init; }

    /// <summary>Why the value does not count, for instance what its construction recomputes to; null where it does.</summary>
    [Description("Why the value does not count, for instance \"its construction recomputes to 0.3809490\"; it is shown, but nothing is compared with it.")]
    public string? Refuted { get; init; }
}
