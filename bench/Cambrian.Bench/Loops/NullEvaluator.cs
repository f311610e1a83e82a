using System.Globalization;
using Cambrian.Core;

namespace Cambrian.Bench.Loops;

/// <summary>Measures nothing: the score is read off the artifact's id, so that it is spread and repeatable, and costs next to nothing.</summary>
public sealed class NullEvaluator : IEvaluator
{
    /// <inheritdoc/>
    public Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation) =>
        Task.FromResult(Evaluation.Of(ScoreOf(artifact)));

    /// <summary>A number from 0 to 1 that depends on the artifact alone.</summary>
    public static double ScoreOf(Artifact artifact) =>
        uint.Parse(artifact.Id.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / (double)uint.MaxValue;
}
