using Cambrian.Core;
using Cambrian.Numerics.Statistics;

namespace Cambrian.Governance.Tripwires;

/// <summary>
/// A new best that is too good: beyond a declared bound, or by a jump of more than six robust standard deviations over the jumps
/// before it. Jumps spread over powers of ten, so their logarithms are compared.
/// </summary>
/// <param name="bound">The oriented score that nothing honest can pass; null when none is declared.</param>
internal sealed class ScoreJumpWire(double? bound) : ITripwire
{
    /// <summary>Its name in decisions.</summary>
    public const string Name = "score jump";

    private const double Most = 6;
    private const int FewestJumps = 8;

    // Jumps that happen to be all alike say little: one of eleven times their size (1.5 to the sixth) is still believed.
    private static readonly double LeastDeviation = Math.Log(1.5);
    private readonly List<double> _jumps = [];
    private double _best = double.NaN;

    /// <inheritdoc/>
    public Trip? Look(Step step)
    {
        if (step.Contender is not { Score: var score } || !double.IsFinite(score))
        {
            return null;
        }

        if (bound is { } most && score > most + (1e-9 * (1 + Math.Abs(most))))
        {
            return new Trip(Name, FormattableString.Invariant($"the score is beyond the bound that the problem declares, by {score - most:g3}"), Hard: true);
        }

        var (before, jump) = (_best, score - _best);
        _best = jump <= 0 ? _best : score;
        return double.IsNaN(before) || jump <= 0 ? null : Judge(jump);
    }

    private Trip? Judge(double jump)
    {
        var size = Math.Log(jump);
        var deviation = _jumps.Count < FewestJumps ? 0 : RobustDeviation.Of(size, _jumps.ToArray(), LeastDeviation);
        _jumps.Add(size);
        return deviation > Most
            ? new Trip(Name, FormattableString.Invariant($"the best score jumped by {jump:g3}, {deviation:0.0} robust standard deviations above the {_jumps.Count - 1} jumps before"))
            : null;
    }
}
