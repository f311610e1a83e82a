using Cambrian.Core;
using Cambrian.CSharp.Kernels;
using Cambrian.Numerics.Expressions;

namespace Cambrian.Bench.Candidates;

/// <summary>Distinct random rules, as C# programs and as expressions.</summary>
public sealed class RulePrograms
{
    /// <summary>The static method that is the rule.</summary>
    public const string Entry = "Candidate.Rule";

    private const int LeastNodes = 15;
    private const int MostNodes = 45;
    private static readonly Artifact Seed = Artifact.Of("Candidate.cs", """
        public static class Candidate
        {
            public static double Rule(double x, double y)
            {
                // EVOLVE-BLOCK-START
                return x;
                // EVOLVE-BLOCK-END
            }
        }
        """);

    private readonly HashSet<string> _made = [];
    private readonly Random _random = Randomness.From(1);
    private readonly KernelProgram _seed;
    private readonly ExpressionGrower _grower;

    /// <summary>Rules of two numbers from 0 to 1.</summary>
    public RulePrograms()
    {
        _seed = Reader.TryRead(Seed, out var reason) ?? throw new InvalidOperationException(reason);
        _grower = new ExpressionGrower(new Vocabulary { Variables = _seed.Frame.Variables });
    }

    /// <summary>Knows every program made here, as in a run, where proposer and evaluator share it.</summary>
    public KernelReader Reader { get; } = new(new RuleSignature { Entry = Entry, Parameters = [new RuleParameter("x", 0, 1), new RuleParameter("y", 0, 1)] });

    /// <summary>A rule that was not made before, of 15 to 45 nodes.</summary>
    public KernelProgram Next()
    {
        while (true)
        {
            var rule = _grower.Grow(Kind.Number, depth: 6, _random, []).Simplify();
            if (rule.Size is >= LeastNodes and <= MostNodes && Reader.Write(_seed, rule) is var program && _made.Add(program.Artifact.Id))
            {
                return program;
            }
        }
    }

    /// <summary>Several rules.</summary>
    public IReadOnlyList<KernelProgram> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];
}
