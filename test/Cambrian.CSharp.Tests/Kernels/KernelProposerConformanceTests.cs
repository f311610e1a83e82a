using Cambrian.Conformance;
using Cambrian.Core;
using Cambrian.Core.Proposers;
using Cambrian.CSharp.Kernels;
using Cambrian.CSharp.Kernels.Tuning;

namespace Cambrian.CSharp.Tests.Kernels;

/// <summary>All operators at once, as a run uses every <see cref="KernelProposer"/> and the tuner.</summary>
public sealed class KernelProposerConformanceTests : ProposerConformance
{
    private static readonly RuleSignature Signature = new() { Entry = "Rule.F", Parameters = [new("a", 0, 1), new("b", 0, 100)] };

    protected override Problem Problem => new() { Name = "rule", Seeds = [Rule("a > 0.5 ? 2.0 * b - a : Math.Max(a, b / 3.0)")] };

    protected override IReadOnlyList<Candidate> Parents =>
    [
        new(2, Problem.Seeds[0], Evaluation.Of(3), [0]),
        new(3, Rule("Math.Sqrt(b) + (a < 0.25 ? 1.5 : b)"), Evaluation.Of(2), [0]),
    ];

    protected override int Children => 150;

    protected override IProposer Create() =>
        Bandit(new KernelReader(Signature));

    private static BanditProposer Bandit(KernelReader reader) =>
        new([.. KernelOperators.All(reader, new KernelOptions()).Select(proposer => new Arm(proposer.Name, proposer)), new Arm(LiteralTuner.Name, new LiteralTuner(reader))]);

    private static Artifact Rule(string expression) => Artifact.Of("Rule.cs", $$"""
        using System;

        public static class Rule
        {
            public static double F(double a, double b)
            {
                // EVOLVE-BLOCK-START
                return {{expression}};
                // EVOLVE-BLOCK-END
            }
        }
        """);
}
