namespace Cambrian.Agents.Learning;

/// <summary>A language whose programs are rows of operations on one value.</summary>
/// <param name="Type">The value's type in C#, such as "int[]".</param>
/// <param name="Argument">What the value is called in the operations' bodies.</param>
/// <param name="Operations">The operations; programs name them by their places here.</param>
public sealed record PipelineLanguage(string Type, string Argument, IReadOnlyList<PipelineOperation> Operations)
{
    /// <summary>Further members that the operations' bodies use; empty for none.</summary>
    public string Members { get; init; } = "";
}
