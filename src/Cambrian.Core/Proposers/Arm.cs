namespace Cambrian.Core.Proposers;

/// <summary>One of a bandit's proposers.</summary>
/// <param name="Name">Unique within the bandit; without "/". It comes first in the origin of its children: "name/origin", or "name" alone when that says it all.</param>
/// <param name="Proposer">Makes the children.</param>
/// <param name="UsesMate">Whether it takes material from two parents.</param>
public sealed record Arm(string Name, IProposer Proposer, bool UsesMate = false);
