using System.ComponentModel;

namespace Cambrian.Algorithms.Folders;

/// <summary>What makes a problem's programs agents: they also say how they want to be changed.</summary>
public sealed record AgentSection
{
    /// <summary>The agent's static method that returns the edits it wants made of itself, "Type.Method".</summary>
    [Description("The agent's static method that returns the edits it wants made of itself, \"Type.Method\"; see Cambrian.Contracts.Agents.Modify.")]
    public required string Modify { get; init; }

    /// <summary>The agent's static method that passes its turn on, "Type.Method"; null when agents of this problem have none.</summary>
    [Description("The agent's static method that says whose turn it is to be changed, \"Type.Method\"; see Cambrian.Contracts.Agents.Choose. Used by the strategy editable-selection, which adds the files of selection/ to the seed.")]
    public string? Choose { get; init; }

    /// <summary>A folder that takes the data folder's place in another domain, which no search sees; null when there is none.</summary>
    [Description("A folder with data of another domain, shaped like data/. No search sees it: 'cambrian evidence' tests there whether what was learned about improving carries over.")]
    public string? Transfer { get; init; }

    /// <summary>Edits of one patch that are made at most; default 4.</summary>
    [Description("Edits of one patch that are made at most; default 4.")]
    public int Edits { get; init; } = 4;

    /// <summary>Seconds one call of it may take; default 2.</summary>
    [Description("Seconds one call of it may take; default 2.")]
    public double TimeLimit { get; init; } = 2;
}
