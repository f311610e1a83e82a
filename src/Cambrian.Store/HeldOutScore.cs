using Cambrian.Core;

namespace Cambrian.Store;

/// <summary>What one step's child was worth on cases that the search never saw.</summary>
/// <param name="Split">Which cases.</param>
/// <param name="Step">The step that made the child.</param>
/// <param name="Evaluation">What was measured.</param>
public sealed record HeldOutScore(HeldOutSplit Split, int Step, Evaluation Evaluation);
