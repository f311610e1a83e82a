using Cambrian.Core;
using Cambrian.Core.Selectors;
using Cambrian.Peers.Archives;

namespace Cambrian.Peers.Selectors;

/// <summary>
/// Parent choice of GEPA (arXiv 2507.19457, algorithm 2; src/gepa/gepa_utils.py): a program is on the front of each case on which nobody
/// scores better. Programs that the others make superfluous are left out, the worst first: those for which each of their cases has another
/// one on its front. The probability of each that remains is proportional to the number of its cases. The mate is drawn in the same way.
/// </summary>
public sealed class GepaSelector : ISelector
{
    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Select(IReadOnlyList<Candidate> kept, Random random)
    {
        var weights = Frequencies(kept);
        return weights.Any(weight => weight > 0)
            ? [kept[Roulette.Spin(weights, random)], kept[Roulette.Spin(weights, random)]]
            : [Ranking.Best(kept, 1)[0]];
    }

    /// <summary>On how many cases each kept program counts as best, in their order; 0 for one that is best nowhere or superfluous.</summary>
    public static IReadOnlyList<double> Frequencies(IReadOnlyList<Candidate> kept)
    {
        var fronts = CaseFronts.Of(kept);
        var frequencies = new double[kept.Count];
        foreach (var place in Enumerable.Range(0, kept.Count).OrderBy(place => kept[place], Comparer<Candidate>.Create(WorseFirst)))
        {
            frequencies[place] = fronts.Needs(kept[place]) ? fronts.Wins(kept[place]) : fronts.Drop(kept[place]);
        }

        return frequencies;
    }

    private static int WorseFirst(Candidate one, Candidate other) => one.Beats(other) ? 1 : other.Beats(one) ? -1 : 0;
}
