namespace Cambrian.Core.Selectors;

/// <summary>
/// The best candidate as the only parent; with a population of capacity 1 this is the (1+1) evolution strategy. It looks at
/// all that is kept, so its cost grows with the archive.
/// </summary>
public sealed class BestSelector : ISelector
{
    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random)
    {
        var best = kept[0];
        for (var index = 1; index < kept.Count; index++)
        {
            best = kept[index].Beats(best) ? kept[index] : best;
        }

        return [best];
    }
}
