using Cambrian.Core;

namespace Cambrian.CSharp.Evaluators;

/// <summary>Measures artifacts one case at a time, in any order. Called from several threads at a time.</summary>
public interface ICaseEvaluator
{
    /// <summary>How many cases there are.</summary>
    Task<int> CountAsync(CancellationToken cancellation);

    /// <summary>Measures one artifact on one case. A bad artifact is a result.</summary>
    /// <param name="artifact">What to measure.</param>
    /// <param name="index">The case, from 0.</param>
    /// <param name="cancellation">Obeyed within a second.</param>
    /// <returns>The evaluation of that case, which is not complete.</returns>
    Task<Evaluation> EvaluateCaseAsync(Artifact artifact, int index, CancellationToken cancellation);
}
