using Cambrian.Core;

namespace Cambrian.Models.Proposers;

/// <summary>A child of a model that came to nothing.</summary>
/// <param name="Reason">What was said about it.</param>
/// <param name="Program">The child, where it failed; null where the reply gave none, or one that is no better than others.</param>
/// <param name="Parent">What it was made from; null when that is not remembered.</param>
internal sealed record Attempt(string Reason, Artifact? Program, Candidate? Parent);
