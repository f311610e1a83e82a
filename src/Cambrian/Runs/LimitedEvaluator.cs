using Cambrian.Core;

namespace Cambrian.Runs;

/// <summary>Measures a limited number of candidates at a time, however many steps wait for models.</summary>
internal sealed class LimitedEvaluator(IEvaluator inner, int parallel) : IEvaluator, IDisposable
{
    private readonly SemaphoreSlim _places = new(parallel);

    /// <inheritdoc/>
    public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await inner.EvaluateAsync(artifact, rival, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();
}
