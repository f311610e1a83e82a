namespace Cambrian.Contracts.Agents;

/// <summary>The arguments of <see cref="Choose"/>, as they travel to the sandbox.</summary>
/// <param name="Drawn">Agents to choose from.</param>
/// <param name="Seed">Where the agent takes chance from.</param>
public sealed record ChoiceRequest(IReadOnlyList<MemberView> Drawn, int Seed);
