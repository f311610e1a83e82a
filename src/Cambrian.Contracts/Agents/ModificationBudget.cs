namespace Cambrian.Contracts.Agents;

/// <summary>How much an agent may do in one modification.</summary>
/// <param name="Edits">Edits applied at most; what is beyond them is ignored.</param>
/// <param name="Seed">Where the agent takes chance from.</param>
public sealed record ModificationBudget(int Edits, int Seed);
