using Cambrian.Conformance;
using Cambrian.Core;
using Cambrian.Core.Proposers;
using Cambrian.CSharp.Source;

namespace Cambrian.CSharp.Tests.Source;

/// <summary>All typed edits at once, as a run uses every <see cref="SourceProposer"/>.</summary>
public sealed class SourceProposerConformanceTests : ProposerConformance
{
    protected override Problem Problem => new() { Name = "sum", Seeds = [Program("total += values[i];")] };

    protected override IReadOnlyList<Candidate> Parents =>
    [
        new(2, Problem.Seeds[0], Evaluation.Of(3), [0]),
        new(3, Program("if (values[i] > 0.5) { total += Math.Sqrt(values[i]) * 2; }"), Evaluation.Of(2), [0]),
    ];

    protected override IProposer Create() =>
        new BanditProposer(SourceOperators.All().Select(proposer => new Arm(proposer.Name, proposer)));

    private static Artifact Program(string statement) => Artifact.Of("Rule.cs", $$"""
        using System;

        public static class Rule
        {
            public static double Sum(double[] values)
            {
                // EVOLVE-BLOCK-START
                var total = 0.0;
                for (var i = 0; i < values.Length; i++)
                {
                    {{statement}}
                }

                return total;
                // EVOLVE-BLOCK-END
            }
        }
        """);
}
