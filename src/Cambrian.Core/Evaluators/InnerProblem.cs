namespace Cambrian.Core.Evaluators;

/// <summary>A problem of a panel on which improvers are measured.</summary>
/// <param name="Problem">What an improver's inner loop works on.</param>
/// <param name="Floor">Oriented score that is worth nothing, for instance the seed's.</param>
/// <param name="Goal">Oriented score that is worth 1, greater than <paramref name="Floor"/>.</param>
public sealed record InnerProblem(Problem Problem, double Floor, double Goal);
