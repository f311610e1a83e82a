using Cambrian.Core;

namespace Cambrian.Agents.Selectors;

/// <summary>One rule for the parent and another for who is shown beside it, so that an arm differs from the full search in its choice of parents alone.</summary>
/// <param name="parents">Whose first choice is the parent.</param>
/// <param name="companions">Whose choices after the first are shown.</param>
public sealed class AccompaniedSelector(ISelector parents, ISelector companions) : ISelector
{
    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random) =>
        [parents.Select(kept, random)[0], .. companions.Select(kept, random).Skip(1)];
}
