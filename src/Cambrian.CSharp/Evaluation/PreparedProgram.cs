using Cambrian.Worker;

namespace Cambrian.CSharp.Evaluation;

/// <summary>A candidate in the form a runner loads, or the reasons why there is none.</summary>
public sealed record PreparedProgram
{
    internal ProgramKind Kind { get; init; }

    internal byte[]? Image { get; init; }

    /// <summary>Why there is no program; empty when there is one.</summary>
    public string Feedback { get; init; } = "";
}
