namespace Cambrian.Core.Selectors;

/// <summary>Chooses among the seeds alone, whatever else is kept: sampling without selection. For archives that keep what comes first in front.</summary>
public sealed class SeedSelector : ISelector
{
    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random)
    {
        var seeds = 0;
        while (seeds < kept.Count && kept[seeds].Parents.Count == 0)
        {
            seeds++;
        }

        var range = Math.Max(seeds, 1);
        return [kept[random.Next(range)], kept[random.Next(range)]];
    }
}
