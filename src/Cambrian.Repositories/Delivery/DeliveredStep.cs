using Cambrian.Core;

namespace Cambrian.Repositories.Delivery;

/// <summary>One accepted step of a winner's line of descent: one commit.</summary>
/// <param name="Number">The step's number in its run.</param>
/// <param name="Origin">What made it: an edit's, a model's or an agent's name, or "human", perhaps with a slash and a name.</param>
/// <param name="Artifact">The files that may change, as the step left them.</param>
/// <param name="Before">The parent's score on the training cases, in the problem's own direction.</param>
/// <param name="After">Its own.</param>
public sealed record DeliveredStep(int Number, string Origin, Artifact Artifact, double Before, double After)
{
    /// <summary>What the origin of a step is that a person wrote.</summary>
    public const string Human = "human";

    /// <summary>Whether a program wrote it.</summary>
    public bool IsByMachine => Origin != Human && !Origin.StartsWith($"{Human}/", StringComparison.Ordinal);
}
