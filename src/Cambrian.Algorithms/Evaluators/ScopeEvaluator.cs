using Cambrian.Core;
using Cambrian.CSharp.Text;

namespace Cambrian.Algorithms.Evaluators;

/// <summary>Measures nothing that was changed where it may not be: a file more or less than the seed's would reach the tests that measure it.</summary>
/// <param name="inner">Measures the rest.</param>
/// <param name="seed">What all programs descend from.</param>
public sealed class ScopeEvaluator(IEvaluator inner, Artifact seed) : IEvaluator
{
    /// <inheritdoc/>
    public Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return EvolveBlocks.Trespass(seed, artifact) is { } trespass
            ? Task.FromResult(Evaluation.None(Outcome.Invalid, $"Outside of what may change: {trespass}."))
            : inner.EvaluateAsync(artifact, rival, cancellation);
    }
}
