namespace Cambrian.Core;

/// <summary>A candidate and what it was worth on cases the search never saw.</summary>
/// <param name="Candidate">One of the best on the training cases.</param>
/// <param name="Validation">What the validation evaluator found.</param>
public sealed record Finalist(Candidate Candidate, Evaluation Validation);
