using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Evaluators;
using Cambrian.CSharp.Kernels;
namespace Cambrian.Agents.Tests.Modification;

/// <summary>Small agents whose Modify does one thing.</summary>
internal static class Agents
{
    /// <summary>Compiles agents as a run does.</summary>
    public static ProgramPreparation Preparation() => new("Agent.Solve", new KernelReader(new RuleSignature { Entry = "Agent.Solve" }), ApiAllowList.Default);

    /// <summary>An agent; the body may use own, archive and budget.</summary>
    public static Artifact With(string modify, string members = "") => Artifact.Of("Agent.cs", $$"""
        using Cambrian.Contracts.Agents;

        public static class Agent
        {
            // EVOLVE-BLOCK-START
            public static int Solve(int x)
            {
                var y = x + 1;
                return y * 2;
            }

            public static IReadOnlyList<Edit> Modify(ProgramView own, ArchiveView archive, ModificationBudget budget)
            {
                {{modify}}
            }
            // EVOLVE-BLOCK-END

            {{members}}
            public static int Fixed(int x)
            {
                return x - 1;
            }
        }
        """);

    /// <summary>An agent that asks for one edit.</summary>
    public static Artifact Asking(string edit) => With($"return [{edit}];");

    /// <summary>As the archive knows it.</summary>
    public static Candidate Known(this Artifact artifact, int step = 0) => new(step, artifact, Evaluation.Of(0.25), []);
}
