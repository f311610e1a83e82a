using Cambrian.Core;

namespace Cambrian.Agents.Modification;

/// <summary>What came of asking an agent to modify a program.</summary>
/// <param name="Child">The changed program; null when there is none.</param>
/// <param name="Operators">The edits that were made, in order; behind a slash which kind of it, where there are several.</param>
/// <param name="Reason">Why there is no child; empty when there is one.</param>
public sealed record ModificationResult(Artifact? Child, IReadOnlyList<string> Operators, string Reason)
{
    /// <summary>No child, for the given reason.</summary>
    public static ModificationResult None(string reason) => new(null, [], reason);
}
