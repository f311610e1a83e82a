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

    /// <summary>Whether this one comes before another: by score, then the shorter, then the older.</summary>
    public bool Beats(Candidate other) =>
        Score.CompareTo(other.Score) is var byScore and not 0 ? byScore > 0
        : Artifact.Length != other.Artifact.Length ? Artifact.Length < other.Artifact.Length
        : Step < other.Step;
}
