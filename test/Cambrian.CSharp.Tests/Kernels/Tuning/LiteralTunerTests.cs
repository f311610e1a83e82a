using Cambrian.Core;
using Cambrian.CSharp.Kernels;
using Cambrian.CSharp.Kernels.Tuning;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Tests.Kernels.Tuning;

public sealed class LiteralTunerTests
{
    private static readonly RuleSignature Signature = new() { Entry = "Rule.F", Parameters = [new("a", 0, 1), new("b", 0, 100)] };
    private static readonly Problem Problem = new() { Name = "rule", Seeds = [Rule("a * 2.0 + b / 3.0 - 1.5")] };

    private readonly KernelReader _reader = new(Signature);

    [Fact]
    public async Task Numbers_come_closer_to_the_best_ones()
    {
        var tuner = new LiteralTuner(_reader);
        tuner.Observe(Step(0, Problem.Seeds[0], "seed"));
        var first = Worth(Problem.Seeds[0]);
        var best = first;
        for (var number = 1; number <= 400; number++)
        {
            var step = await NextAsync(tuner, number);
            best = Math.Max(best, step.Evaluation!.Score);
            tuner.Observe(step);
        }

        Assert.True(best > 0.1 * first, $"from {first} only to {best}");
    }

    [Fact]
    public async Task Children_keep_the_form_of_the_best_and_name_it_as_their_parent()
    {
        var tuner = new LiteralTuner(_reader);
        tuner.Observe(Step(0, Problem.Seeds[0], "seed"));
        var better = Rule("Math.Max(a, 2.5) * 1.7");
        tuner.Observe(Step(1, better, "crossover", score: 1000));
        for (var seed = 0; seed < 20; seed++)
        {
            var proposal = await tuner.ProposeAsync(Problem, [Candidate(0, Problem.Seeds[0])], seed, TestContext.Current.CancellationToken);
            Assert.Equal(1, Assert.Single(proposal.Parents!).Step);
            Assert.NotEqual(better, proposal.Child);
            Assert.Equal(Form(better), Form(proposal.Child));
        }
    }

    [Fact]
    public async Task When_one_form_is_tuned_the_next_best_has_its_turn()
    {
        var tuner = new LiteralTuner(_reader);
        tuner.Observe(Step(0, Problem.Seeds[0], "seed"));
        var leader = Rule("b * 0.5");
        tuner.Observe(Step(1, leader, "crossover", score: 1000));
        HashSet<Expression> forms = [];
        for (var number = 2; number < 200; number++)
        {
            var step = await NextAsync(tuner, number);
            forms.Add(Form(step.Child!));
            tuner.Observe(step);
        }

        Assert.Contains(Form(leader), forms);
        Assert.Contains(Form(Problem.Seeds[0]), forms);
    }

    [Fact]
    public async Task Without_numbers_there_is_nothing_to_tune()
    {
        var tuner = new LiteralTuner(_reader);
        await AssertNoneAsync(tuner);
        tuner.Observe(Step(0, Rule("a + b"), "seed"));
        await AssertNoneAsync(tuner);
    }

    private static async Task AssertNoneAsync(LiteralTuner tuner)
    {
        var none = await Assert.ThrowsAsync<ProposalException>(() => tuner.ProposeAsync(Problem, [Candidate(0, Problem.Seeds[0])], 1, TestContext.Current.CancellationToken));
        Assert.Equal(LiteralTuner.Name, none.Origin);
    }

    private async Task<Step> NextAsync(LiteralTuner tuner, int number)
    {
        var proposal = await tuner.ProposeAsync(Problem, [Candidate(0, Problem.Seeds[0])], number, TestContext.Current.CancellationToken);
        return Step(number, proposal.Child, proposal.Origin);
    }

    private Step Step(int number, Artifact child, string origin, double? score = null) => new()
    {
        Number = number,
        Parents = number == 0 ? [] : [0],
        Origin = origin,
        Child = child,
        Evaluation = Evaluation.Of(score ?? Worth(child)),
        Verdict = Verdict.Admit(),
    };

    // The closer the rule's numbers are to those of a hidden rule of the same form, the better.
    private double Worth(Artifact rule)
    {
        double[] hidden = [3.1, 2.2, -0.7];
        var numbers = _reader.TryRead(rule, out _)!.Rule.Nodes().Where(node => node is { Operation: Operation.Literal }).Select(node => node.Value);
        return -numbers.Zip(hidden, (number, wanted) => Math.Pow(number - wanted, 2)).Sum();
    }

    private Expression Form(Artifact rule) =>
        _reader.TryRead(rule, out _)!.Rule.Rewrite(node => node is { Operation: Operation.Literal } ? Expression.Number(1) : node);

    private static Candidate Candidate(int step, Artifact artifact) => new(step, artifact, Evaluation.Of(0), []);

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
