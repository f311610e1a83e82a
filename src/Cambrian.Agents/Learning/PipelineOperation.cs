namespace Cambrian.Agents.Learning;

/// <summary>An operation of a language whose programs are rows of operations, as C# that a person can read.</summary>
/// <param name="Name">The method's name, such as "Sorted"; no two alike.</param>
/// <param name="Body">The expression that it answers with.</param>
public sealed record PipelineOperation(string Name, string Body);
