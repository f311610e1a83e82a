using Cambrian.Algorithms.Folders;

namespace Cambrian.Runs;

/// <summary>What a strategy is made from.</summary>
/// <param name="Folder">The problem.</param>
/// <param name="Operators">The edits that suit its programs.</param>
internal sealed record SearchInput(ProblemFolder Folder, IReadOnlyList<Operator> Operators);
