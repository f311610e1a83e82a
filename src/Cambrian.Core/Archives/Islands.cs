using System.Collections;

namespace Cambrian.Core.Archives;

/// <summary>What an island archive keeps: all islands end to end, and each by itself. A seed, or a migrant, is on several.</summary>
public sealed class Islands : IReadOnlyList<Candidate>
{
    private readonly Func<int, IReadOnlyList<Candidate>> _island;

    /// <summary>A view of islands.</summary>
    /// <param name="islands">How many.</param>
    /// <param name="island">What each keeps at the time it is asked.</param>
    public Islands(int islands, Func<int, IReadOnlyList<Candidate>> island) => (IslandCount, _island) = (islands, island);

    /// <summary>Number of islands.</summary>
    public int IslandCount { get; }

    /// <summary>Number of places on all islands together.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            for (var island = 0; island < IslandCount; island++)
            {
                count += _island(island).Count;
            }

            return count;
        }
    }

    /// <summary>The candidate in one place, the first island's first.</summary>
    public Candidate this[int index]
    {
        get
        {
            for (var island = 0; island < IslandCount; island++)
            {
                var kept = _island(island);
                if (index < kept.Count)
                {
                    return kept[index];
                }

                index -= kept.Count;
            }

            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    /// <summary>What one island keeps.</summary>
    /// <param name="island">From 0 to <see cref="IslandCount"/> − 1.</param>
    public IReadOnlyList<Candidate> Island(int island) => _island(island);

    /// <inheritdoc/>
    public IEnumerator<Candidate> GetEnumerator() => Enumerable.Range(0, IslandCount).SelectMany(_island).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
