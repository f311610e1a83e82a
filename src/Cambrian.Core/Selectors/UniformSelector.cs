namespace Cambrian.Core.Selectors;

/// <summary>Two parents, each drawn with equal chances: the null arm of selection.</summary>
public sealed class UniformSelector : ISelector
{
    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random) =>
        [kept[random.Next(kept.Count)], kept[random.Next(kept.Count)]];
}
