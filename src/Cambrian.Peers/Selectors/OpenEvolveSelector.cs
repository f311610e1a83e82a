using Cambrian.Core;
using Cambrian.Core.Archives;
using Cambrian.Core.Selectors;

namespace Cambrian.Peers.Selectors;

/// <summary>
/// Parent choice of OpenEvolve (openevolve/database.py, sample_from_island): on one island, with probability 0.2 any of its programs; with
/// 0.7 one of the 100 best of all islands, of this island where it has some; else one in proportion to max(fitness, 0.001). Behind the
/// parent come its inspirations: the island's best and others drawn from the island, then the island's top programs.
/// </summary>
public sealed class OpenEvolveSelector : ISelector
{
    private const double LeastWeight = 0.001;

    private readonly double _exploration;
    private readonly double _exploitation;
    private readonly int _elites;
    private readonly int _inspirations;
    private readonly int _top;

    /// <summary>The choice, by default with OpenEvolve's own numbers.</summary>
    /// <param name="exploration">Probability of any program of the island.</param>
    /// <param name="exploitation">Probability of an elite; with the other at most 1.</param>
    /// <param name="elites">Size of the archive of elites over all islands; at least 1.</param>
    /// <param name="inspirations">Inspirations, the island's best among them.</param>
    /// <param name="top">Top programs of the island shown besides; at least 1.</param>
    public OpenEvolveSelector(double exploration = 0.2, double exploitation = 0.7, int elites = 100, int inspirations = 2, int top = 3)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exploration);
        ArgumentOutOfRangeException.ThrowIfNegative(exploitation);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(exploitation, 1 - exploration);
        ArgumentOutOfRangeException.ThrowIfLessThan(elites, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        (_exploration, _exploitation, _elites, _inspirations, _top) = (exploration, exploitation, elites, inspirations, top);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random)
    {
        var island = kept is Islands islands ? islands.Island(random.Next(islands.IslandCount)) : kept;
        var parent = Parent(island, kept, random);
        var choice = new ParentWithContext(parent);
        var top = Ranking.Best(island, _top);
        choice.Show(top[0]);
        while (choice.Shown < _inspirations && choice.Shown + 1 < island.Count)
        {
            choice.Show(island[random.Next(island.Count)]);
        }

        top.ForEach(choice.Show);
        return choice.ToList();
    }

    private Candidate Parent(IReadOnlyList<Candidate> island, IReadOnlyList<Candidate> kept, Random random)
    {
        var chance = random.NextDouble();
        if (chance < _exploration)
        {
            return island[random.Next(island.Count)];
        }

        if (chance < _exploration + _exploitation)
        {
            var elites = Elites(island, kept);
            return elites[random.Next(elites.Count)];
        }

        return island[Roulette.Spin([.. island.Select(Weight)], random)];
    }

    // An elite of all islands that lives on this one is among as many best of this one.
    private List<Candidate> Elites(IReadOnlyList<Candidate> island, IReadOnlyList<Candidate> kept)
    {
        var all = Ranking.Best(kept, _elites);
        var own = Ranking.Best(island, _elites).FindAll(candidate => !all[^1].Beats(candidate));
        return own.Count > 0 ? own : all;
    }

    private static double Weight(Candidate candidate) => candidate.Score > LeastWeight ? candidate.Score : LeastWeight;
}
