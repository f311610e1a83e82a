namespace Cambrian.Core.Selectors;

/// <summary>Two parents, each the best of a few drawn at random.</summary>
public sealed class TournamentSelector : ISelector
{
    private readonly int _size;

    /// <summary>A tournament.</summary>
    /// <param name="size">Candidates drawn for each parent; at least 1. More means greedier selection.</param>
    public TournamentSelector(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        _size = size;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random) => [Winner(kept, random), Winner(kept, random)];

    private Candidate Winner(IReadOnlyList<Candidate> kept, Random random)
    {
        var count = kept.Count;
        var winner = kept[random.Next(count)];
        for (var drawn = 1; drawn < _size; drawn++)
        {
            var other = kept[random.Next(count)];
            winner = other.Score > winner.Score ? other : winner;
        }

        return winner;
    }
}
