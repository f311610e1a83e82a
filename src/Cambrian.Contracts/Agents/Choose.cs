namespace Cambrian.Contracts.Agents;

/// <summary>The third contract of an agent, which only some have: whose turn it is to be changed. Runs in the agent's sandbox.</summary>
/// <param name="drawn">Agents that the kernel drew, the one that is asked first.</param>
/// <param name="seed">Where the agent takes chance from.</param>
/// <returns>Index into <paramref name="drawn"/> of the agent that makes the next child of itself; 0 to keep the turn.</returns>
public delegate int Choose(IReadOnlyList<MemberView> drawn, int seed);
