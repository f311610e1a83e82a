using Cambrian.Core.Archives;
using Cambrian.Core.Policies;

namespace Cambrian.Core.Selectors;

/// <summary>Chooses one island of an island archive and selects there; now and then the mate comes from another island.</summary>
public sealed class IslandSelector : ISelector
{
    private readonly ISelector _inner;
    private readonly Func<int, double> _migration;

    /// <summary>Selection on islands.</summary>
    /// <param name="inner">Selects on one island, or from an archive without islands.</param>
    /// <param name="migration">Probability that the mate comes from another island; 0 to 1.</param>
    public IslandSelector(ISelector inner, double migration)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(migration);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(migration, 1);
        (_inner, _migration) = (inner, _ => migration);
    }

    /// <summary>Selection on islands by a policy.</summary>
    /// <param name="inner">Selects on one island, or from an archive without islands.</param>
    /// <param name="laws">Say how often the mate comes from another island.</param>
    public IslandSelector(ISelector inner, Laws laws) => (_inner, _migration) = (inner, laws.Migration);

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random)
    {
        if (kept is not Islands { IslandCount: var count } islands)
        {
            return _inner.Select(kept, random);
        }

        var home = random.Next(count);
        var chosen = _inner.Select(islands.Island(home), random);
        if (count == 1 || chosen.Count < 2 || random.NextDouble() >= _migration(Drought.Of(islands.Island(home)).Steps))
        {
            return chosen;
        }

        var abroad = (home + 1 + random.Next(count - 1)) % count;
        return [chosen[0], _inner.Select(islands.Island(abroad), random)[0], .. chosen.Skip(2)];
    }
}
