namespace Cambrian.Core;

/// <summary>A proposer's child.</summary>
/// <param name="Child">The new artifact.</param>
/// <param name="Origin">What made it, for credit and for the ledger: an operator's or a model's name.</param>
/// <param name="Parents">The parents it was really made from, the main one first; null when it used those it was given.</param>
public sealed record Proposal(Artifact Child, string Origin, IReadOnlyList<Candidate>? Parents = null)
{
    /// <summary>What was paid for it, in the units of <see cref="Evaluation.Cost"/>; 0 for a proposer that only computes.</summary>
    public double Effort { get; init; }
}
