namespace Cambrian.Conformance;

/// <summary>Measures as a function says and counts how often it was asked.</summary>
public sealed class ScriptedEvaluator(Func<Artifact, Evaluation?, Evaluation> script) : IEvaluator
{
    private int _calls;

    /// <summary>How many measurements were asked for.</summary>
    public int Calls => _calls;

    /// <summary>An evaluator that takes its time: a pseudo-random number of turns of the thread pool, different for each order of work.</summary>
    public static IEvaluator Uneven(int seed, Func<Artifact, Evaluation?, Evaluation> script) => new UnevenEvaluator(seed, script);

    public Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _calls);
        return Task.FromResult(script(artifact, rival));
    }

    private sealed class UnevenEvaluator(int seed, Func<Artifact, Evaluation?, Evaluation> script) : IEvaluator
    {
        public async Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation)
        {
            var turns = Randomness.From(seed ^ Convert.ToInt32(artifact.Id[..7], 16)).Next(40);
            for (var turn = 0; turn < turns; turn++)
            {
                await Task.Yield();
                cancellation.ThrowIfCancellationRequested();
            }

            return script(artifact, rival);
        }
    }
}
