namespace Cambrian.Core;

/// <summary>One turn of the loop: who was chosen, what was proposed, what it was worth, what was decided.</summary>
public sealed record Step
{
    /// <summary>Position in the run, from 0; the seeds come first.</summary>
    public required int Number { get; init; }

    /// <summary>Step numbers of the parents; empty for a seed.</summary>
    public IReadOnlyList<int> Parents { get; init; } = [];

    /// <summary>Oriented score of the best parent; negative infinity for a seed.</summary>
    public double ParentScore { get; init; } = double.NegativeInfinity;

    /// <summary>Where the child came from: "seed", an operator's name, a model's name, "human".</summary>
    public string Origin { get; init; } = "";

    /// <summary>The child; null when the proposer had none.</summary>
    public Artifact? Child { get; init; }

    /// <summary>What was measured; null when there was no child.</summary>
    public Evaluation? Evaluation { get; init; }

    /// <summary>What the proposer paid, in the units of <see cref="Evaluation.Cost"/>: a model's price; 0 where it only computes.</summary>
    public double Effort { get; init; }

    /// <summary>What the gate decided.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Wall time from choice to verdict. Measured, hence never part of a decision.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether the child was admitted, was measured in full and scores above its best parent.</summary>
    public bool Improved => Verdict.Admitted && Evaluation is { Complete: true } evaluation && evaluation.Score > ParentScore;

    /// <summary>The child as a candidate, when it was admitted.</summary>
    public Candidate? Admitted => this is { Verdict.Admitted: true, Child: { } child, Evaluation: { } evaluation }
        ? new Candidate(Number, child, evaluation, Parents)
        : null;

    /// <summary>The child, when it was admitted and measured in full: only such a one can be the best of a run.</summary>
    public Candidate? Contender => Evaluation is { Complete: true } ? Admitted : null;
}
