namespace Cambrian.Core.Tests;

/// <summary>Waits as a function says, then scores as the toy problem does.</summary>
internal sealed class AsyncEvaluator(Func<Artifact, CancellationToken, Task> wait) : IEvaluator
{
    public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        await wait(artifact, cancellation);
        return Evaluation.Of(artifact.Length);
    }
}
