namespace Cambrian.Core;

/// <summary>An artifact that was measured and admitted, as archives and selectors see it.</summary>
/// <param name="Step">The number of the step that made it; unique within a run.</param>
/// <param name="Artifact">What it is.</param>
/// <param name="Evaluation">What was measured.</param>
/// <param name="Parents">Step numbers of its parents; empty for a seed.</param>
public sealed record Candidate(int Step, Artifact Artifact, Evaluation Evaluation, IReadOnlyList<int> Parents)
{
    /// <summary>The oriented score: greater is better.</summary>
    public double Score => Evaluation.Score;
}
