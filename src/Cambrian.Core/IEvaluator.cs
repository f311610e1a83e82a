namespace Cambrian.Core;

/// <summary>Measures artifacts. Called from several threads at a time.</summary>
public interface IEvaluator
{
    /// <summary>Measures one artifact. A bad artifact is a result; it throws only when the harness itself is broken.</summary>
    /// <param name="artifact">What to measure.</param>
    /// <param name="rival">The first parent's evaluation: an evaluator may stop early once the artifact trails it hopelessly. Null to measure in full.</param>
    /// <param name="cancellation">Obeyed within a second.</param>
    Task<Evaluation> EvaluateAsync(Artifact artifact, Evaluation? rival, CancellationToken cancellation);
}
