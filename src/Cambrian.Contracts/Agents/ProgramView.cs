namespace Cambrian.Contracts.Agents;

/// <summary>An agent's program and how it did, as another agent, or it itself, sees them. Training scores only.</summary>
/// <param name="Methods">Its methods that may change.</param>
/// <param name="Score">Oriented score on the training tasks: greater is better.</param>
/// <param name="Cases">Oriented score of each training task.</param>
public sealed record ProgramView(IReadOnlyList<MethodView> Methods, double Score, IReadOnlyList<double> Cases);
