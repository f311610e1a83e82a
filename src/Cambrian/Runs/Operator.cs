using Cambrian.Core;

namespace Cambrian.Runs;

/// <summary>One way to edit a program.</summary>
/// <param name="Name">Its name in ledgers and tables.</param>
/// <param name="Proposer">What makes the edit.</param>
/// <param name="UsesMate">Whether it takes material from a second parent.</param>
internal sealed record Operator(string Name, IProposer Proposer, bool UsesMate);
