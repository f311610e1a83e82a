using Cambrian.Core;

namespace Cambrian.Agents.Selectors;

/// <summary>The last one kept: a chain without an archive, the arm that says what open-ended exploration is worth.</summary>
public sealed class NewestSelector : ISelector
{
    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random) => [kept[^1]];
}
