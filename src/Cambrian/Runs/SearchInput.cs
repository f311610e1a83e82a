using Cambrian.Agents.Modification;
using Cambrian.Algorithms.Folders;
using Cambrian.Core.Proposers;

namespace Cambrian.Runs;

/// <summary>What a strategy is made from.</summary>
/// <param name="Folder">The problem.</param>
/// <param name="Operators">The edits that suit its programs.</param>
/// <param name="Modification">How its programs modify themselves; null when they are no agents.</param>
/// <param name="Selection">How they choose whose turn it is; null when they do not.</param>
internal sealed record SearchInput(ProblemFolder Folder, IReadOnlyList<Operator> Operators, SelfModification? Modification, SelfSelection? Selection = null)
{
    /// <summary>The models that propose beside the edits; none by default.</summary>
    public IReadOnlyList<Arm> Models { get; init; } = [];

    /// <summary>Makes the rule that chooses among them and the edits, which come first if there are any; null for the engine's own.</summary>
    public Func<IReadOnlyList<Arm>, IArmChoice>? ModelChoice { get; init; }
}
