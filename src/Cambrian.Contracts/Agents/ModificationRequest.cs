namespace Cambrian.Contracts.Agents;

/// <summary>The arguments of <see cref="Modify"/>, as they travel to the sandbox.</summary>
/// <param name="Own">The agent's own program.</param>
/// <param name="Archive">Other agents and the edits on offer.</param>
/// <param name="Budget">How much it may do.</param>
public sealed record ModificationRequest(ProgramView Own, ArchiveView Archive, ModificationBudget Budget);
