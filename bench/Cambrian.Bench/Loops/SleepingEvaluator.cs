using System.Diagnostics;
using Cambrian.Core;

namespace Cambrian.Bench.Loops;

/// <summary>
/// Waits instead of working, as an evaluation on another machine or a model's answer would: a time drawn from a log-normal
/// distribution by the artifact's id, at most 20 times its median. Counts how long its slots were really occupied.
/// </summary>
/// <param name="median">Half of the waits are shorter.</param>
/// <param name="sigma">Standard deviation of the logarithm.</param>
public sealed class SleepingEvaluator(TimeSpan median, double sigma) : IEvaluator
{
    private const double Longest = 20;
    private long _occupied;

    /// <summary>Time spent in all slots together.</summary>
    public TimeSpan Occupied => TimeSpan.FromTicks(Interlocked.Read(ref _occupied));

    /// <inheritdoc/>
    public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        await Task.Delay(Wait(artifact, median, sigma), cancellation);
        Interlocked.Add(ref _occupied, Stopwatch.GetElapsedTime(start).Ticks);
        return Evaluation.Of(NullEvaluator.ScoreOf(artifact));
    }

    /// <summary>How long one artifact takes.</summary>
    public static TimeSpan Wait(Artifact artifact, TimeSpan median, double sigma)
    {
        var random = Randomness.From((int)(NullEvaluator.ScoreOf(artifact) * int.MaxValue));
        return median * Multiple(random, sigma);
    }

    /// <summary>A wait in multiples of the median.</summary>
    public static double Multiple(Random random, double sigma)
    {
        // Box and Muller 1958.
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Math.Min(Longest, Math.Exp(sigma * normal));
    }
}
