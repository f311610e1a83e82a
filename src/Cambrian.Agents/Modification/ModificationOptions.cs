namespace Cambrian.Agents.Modification;

/// <summary>How agents modify themselves.</summary>
public sealed record ModificationOptions
{
    /// <summary>The agent's static method that is called, "Type.Method".</summary>
    public required string Entry { get; init; }

    /// <summary>Edits applied of one patch at most. Default 4.</summary>
    public int Edits { get; init; } = 4;

    /// <summary>Wall time of one call. Default 2 s.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Calls at a time. Default 1.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>Metadata names of the static classes whose functions edits may bring in, besides <c>System.Math</c>.</summary>
    public IReadOnlyList<string> Toolbox { get; init; } = [];
}
