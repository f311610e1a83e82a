namespace Cambrian.Mcp;

/// <summary>What a client needs to propose a child.</summary>
/// <param name="Statement">The task, in words.</param>
/// <param name="Scores">What a score means and which direction is better.</param>
/// <param name="Rules">What may be changed.</param>
/// <param name="Parent">The program to start from.</param>
/// <param name="Inspirations">Others to take ideas from.</param>
internal sealed record ParentReply(string Statement, string Scores, string Rules, ProgramReply Parent, IReadOnlyList<ProgramReply> Inspirations);
