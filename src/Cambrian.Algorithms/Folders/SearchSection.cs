using System.ComponentModel;

namespace Cambrian.Algorithms.Folders;

/// <summary>How the search is set up, where the defaults do not fit.</summary>
public sealed record SearchSection
{
    /// <summary>Number of islands; default 2.</summary>
    [Description("Number of islands; default 2.")]
    public int Islands { get; init; } = 2;

    /// <summary>Candidates per island; default 300.</summary>
    [Description("Candidates per island; default 300.")]
    public int Population { get; init; } = 300;

    /// <summary>Candidates that compete to be a parent; default 4.</summary>
    [Description("Candidates that compete to be a parent; default 4.")]
    public int Tournament { get; init; } = 4;

    /// <summary>Largest expression an edit may make, in nodes; default 64.</summary>
    [Description("Largest expression an edit may make, in nodes; default 64.")]
    public int MaxNodes { get; init; } = 64;

    /// <summary>How many of the best by training score are validated at the end; default 40.</summary>
    [Description("How many of the best by training score are validated at the end; default 40.")]
    public int Finalists { get; init; } = 40;
}
