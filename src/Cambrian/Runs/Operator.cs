using Cambrian.Core;

namespace Cambrian.Runs;

/// <summary>One way to edit a program.</summary>
/// <param name="Name">Its name in ledgers and tables.</param>
/// <param name="Proposer">What makes the edit.</param>
/// <param name="UsesMate">Whether it takes material from a second parent.</param>
/// <param name="ChoosesParent">Whether it works on a parent of its own choice, whatever the selector says.</param>
/// <param name="CallsToolbox">Whether it puts calls of library functions into programs.</param>
internal sealed record Operator(string Name, IProposer Proposer, bool UsesMate, bool ChoosesParent = false, bool CallsToolbox = false);
