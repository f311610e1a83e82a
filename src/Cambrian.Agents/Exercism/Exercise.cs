using Cambrian.Core;

namespace Cambrian.Agents.Exercism;

/// <summary>One exercise of a track.</summary>
/// <param name="Name">Its folder's name, for instance "leap".</param>
/// <param name="Tests">Its test files.</param>
/// <param name="Solution">The files a learner, person or model, is to fill in, as they are now.</param>
/// <param name="Reference">The track's own solution.</param>
public sealed record Exercise(string Name, Artifact Tests, Artifact Solution, Artifact Reference);
