using Cambrian.Core;

namespace Cambrian.Report;

/// <summary>An admitted candidate as a family tree needs it.</summary>
/// <param name="Step">The step that made it.</param>
/// <param name="Origin">What made it.</param>
/// <param name="Artifact">What it is.</param>
/// <param name="Score">Its oriented training score.</param>
/// <param name="Parents">Steps of its parents, the main one first; empty for a seed.</param>
internal sealed record Ancestor(int Step, string Origin, Artifact Artifact, double Score, IReadOnlyList<int> Parents);
