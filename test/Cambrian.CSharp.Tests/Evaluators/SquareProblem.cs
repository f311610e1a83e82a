using Cambrian.Contracts;
using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Evaluators;
using Cambrian.CSharp.Kernels;
using Cambrian.Sandbox;

namespace Cambrian.CSharp.Tests.Evaluators;

/// <summary>A small problem: answer the square of a number. The score is minus the distance; a negative answer breaks the rules.</summary>
internal static class SquareProblem
{
    private const string Evaluator = """
        using Cambrian.Contracts;
        public delegate double Square(double x);
        public sealed class SquareEvaluator : Evaluator<Square, double[], double[]>
        {
            public override IReadOnlyList<double[]> Cases(Split split, string dataFolder) => [.. Enumerable.Range(1, 6).Select(n => new double[] { n })];
            public override double[] Run(Square program, double[] problemCase) => [program(problemCase[0])];
            public override CaseScore Score(double[] problemCase, double[] answer) =>
                answer[0] < 0 ? CaseScore.Invalid($"{answer[0]} is negative") : new CaseScore(-Math.Abs(answer[0] - problemCase[0] * problemCase[0]));
            public override string? Listing(Square program, double[] problemCase) => problemCase[0] < 5 ? $"// {program(problemCase[0])}" : null;
            public override IReadOnlyDictionary<string, double> Metrics(IReadOnlyList<double[]> cases, IReadOnlyList<double[]> answers) =>
                new Dictionary<string, double> { ["largest"] = answers.Max(answer => answer[0]) };
        }
        """;

    private static readonly Lazy<byte[]> Image = new(() => Compile(Evaluator));

    public static byte[] Compile(string evaluator)
    {
        var compiled = new CandidateCompiler(ReferenceSet.Framework.With(typeof(Split).Assembly)).Compile(Artifact.Of("evaluator.cs", evaluator), "evaluator");
        return compiled.Image ?? throw new InvalidOperationException(compiled.Feedback);
    }

    public static CSharpEvaluator Open(SandboxRunner sandbox, int[]? stages = null, double seconds = 20, byte[]? image = null, double[]? bars = null) => new(
        new CSharpEvaluatorOptions
        {
            EvaluatorImage = image ?? Image.Value,
            Entry = "Rule.Square",
            Stages = stages ?? [],
            Bars = bars ?? [],
            TimeLimit = TimeSpan.FromSeconds(seconds),
            Memory = 256L << 20,
        },
        new ProgramPreparation("Rule.Square", new KernelReader(new RuleSignature { Entry = "Rule.Square" }), ApiAllowList.Default),
        sandbox);

    /// <summary>A program with the given body; a loop in front keeps it out of the kernel tier when it must be compiled.</summary>
    public static Artifact Program(string body, string members = "") =>
        Artifact.Of("Rule.cs", $"public static class Rule {{ {members} public static double Square(double x) {{ {body} }} }}");

    public static Artifact Compiled(string body, string members = "") => Program($"for (var i = 0; i < 1; i++) {{ x += 0; }} {body}", members);
}
