namespace Cambrian.Contracts.Agents;

/// <summary>The second contract of an agent: how it wants to be changed. Runs in the agent's sandbox, on a view of its own source.</summary>
/// <param name="own">Its own program.</param>
/// <param name="archive">Other agents and the edits on offer.</param>
/// <param name="budget">How much it may do.</param>
/// <returns>The patch: edits, applied in this order.</returns>
public delegate IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget);
