using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.Runs;

namespace Cambrian.Governance;

/// <summary>The figures that a promotion rests on, by the names they have in the run's decisions. Scores are oriented.</summary>
internal static class PromotionFigures
{
    /// <summary>Which look at the sealed cases it was.</summary>
    public const string Look = "look";

    /// <summary>The step of the promoted version it was compared with.</summary>
    public const string Against = "against";

    /// <summary>The figures of a comparison.</summary>
    /// <param name="winner">On the sealed cases.</param>
    /// <param name="promoted">On the sealed cases.</param>
    /// <param name="against">The promoted version's step.</param>
    /// <param name="look">Which look at them it is.</param>
    public static ImmutableSortedDictionary<string, double> Of(Evaluation winner, Evaluation promoted, int against, int look)
    {
        var figures = ImmutableSortedDictionary<string, double>.Empty
            .Add(Look, look).Add(Against, against).Add("score", winner.Score).Add("promoted", promoted.Score).Add("cases", winner.Cases.Length);
        return Advantage.Of(winner, promoted, look) is not { } advantage ? figures
            : figures.Add("wins", advantage.Wins).Add("losses", advantage.Losses).Add("p", advantage.P).Add("level", advantage.Level);
    }
}
