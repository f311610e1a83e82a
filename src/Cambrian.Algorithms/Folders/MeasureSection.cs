using System.ComponentModel;

namespace Cambrian.Algorithms.Folders;

/// <summary>One axis of a MAP-Elites grid.</summary>
public sealed record MeasureSection
{
    /// <summary>A metric of the evaluator, or "length".</summary>
    [Description("A metric of the evaluator, or \"length\" for the program's length in characters.")]
    public required string Metric { get; init; }

    /// <summary>Lower end of the first cell.</summary>
    [Description("Lower end of the first cell.")]
    public required double Low { get; init; }

    /// <summary>Upper end of the last cell.</summary>
    [Description("Upper end of the last cell.")]
    public required double High { get; init; }

    /// <summary>Number of cells, 1 to 1,000; default 10.</summary>
    [Description("Number of cells, 1 to 1,000; default 10.")]
    public int Cells { get; init; } = 10;
}
