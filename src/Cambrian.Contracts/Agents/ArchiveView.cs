namespace Cambrian.Contracts.Agents;

/// <summary>What an agent may read while it modifies itself.</summary>
/// <param name="Members">Other agents of the archive, as far as the kernel shows them.</param>
/// <param name="Operators">The edits that the kernel can make.</param>
public sealed record ArchiveView(IReadOnlyList<ProgramView> Members, IReadOnlyList<OperatorView> Operators);
