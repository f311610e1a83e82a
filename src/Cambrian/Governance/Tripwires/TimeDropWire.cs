using Cambrian.Core;
using Cambrian.Numerics.Statistics;

namespace Cambrian.Governance.Tripwires;

/// <summary>A new best that took far less time than others did: perhaps work was left out, or remembered. Six robust standard deviations below the last 64.</summary>
internal sealed class TimeDropWire : ITripwire
{
    /// <summary>Its name in decisions.</summary>
    public const string Name = "drop of evaluation time";

    private const double Most = 6;
    private const int FewestTimes = 8;
    private const int MostTimes = 64;

    // Below this the machine's own moods are as large as the work.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);
    private static readonly double LeastDeviation = Math.Log(1.5);
    private readonly Queue<double> _times = [];
    private double _best = double.NegativeInfinity;

    /// <summary>What a step took: its candidate's processor time, or where that is not measured apart, wall time, which is more.</summary>
    public static TimeSpan TimeOf(Step step) => step.Evaluation is { Cpu: var cpu } && cpu > TimeSpan.Zero ? cpu : step.Elapsed;

    /// <inheritdoc/>
    public Trip? Look(Step step)
    {
        if (step.Contender is not { Score: var score } || TimeOf(step) is var taken && taken <= TimeSpan.Zero)
        {
            return null;
        }

        var deviation = score > _best && _times.Count >= FewestTimes ? RobustDeviation.Of(Math.Log(taken.TotalSeconds), _times.ToArray(), LeastDeviation) : 0;
        _best = Math.Max(_best, score);
        Remember(taken);
        return deviation < -Most
            ? new Trip(Name, FormattableString.Invariant($"the new best took {taken.TotalMilliseconds:0.#} ms, {-deviation:0.0} robust standard deviations below those before it"))
            : null;
    }

    private void Remember(TimeSpan taken)
    {
        if (taken >= Shortest)
        {
            _times.Enqueue(Math.Log(taken.TotalSeconds));
            if (_times.Count > MostTimes)
            {
                _times.Dequeue();
            }
        }
    }
}
