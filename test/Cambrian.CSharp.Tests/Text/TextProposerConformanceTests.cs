using Cambrian.Conformance;
using Cambrian.Core;
using Cambrian.Core.Proposers;
using Cambrian.CSharp.Text;

namespace Cambrian.CSharp.Tests.Text;

/// <summary>All text edits at once, as a run uses every <see cref="TextProposer"/>.</summary>
public sealed class TextProposerConformanceTests : ProposerConformance
{
    protected override Problem Problem => new() { Name = "search", Seeds = [Program("step = 0.5", "rounds = 100")] };

    protected override IReadOnlyList<Candidate> Parents =>
    [
        new(2, Problem.Seeds[0], Evaluation.Of(3), [0]),
        new(3, Program("step = 0.25 * scale", "rounds = 250"), Evaluation.Of(2), [0]),
    ];

    protected override IProposer Create() =>
        new BanditProposer(TextOperators.All().Select(proposer => new Arm(proposer.Name, proposer)));

    private static Artifact Program(params string[] lines) => Artifact.Of(
        "search.py",
        $"def search(scale):\n    # EVOLVE-BLOCK-START\n    {string.Join("\n    ", lines)}\n    best = step * rounds\n    # EVOLVE-BLOCK-END\n    return best\n");
}
