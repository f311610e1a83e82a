namespace Cambrian.Contracts.Agents;

/// <summary>An agent of the archive, as far as choosing between agents needs it. Training scores only.</summary>
/// <param name="Score">Oriented score on the training tasks: greater is better.</param>
/// <param name="Cases">Oriented score of each training task.</param>
/// <param name="Children">Its children so far that passed every gate.</param>
public sealed record MemberView(double Score, IReadOnlyList<double> Cases, int Children);
