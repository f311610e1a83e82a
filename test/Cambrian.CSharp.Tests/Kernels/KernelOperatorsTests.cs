using Cambrian.Core;
using Cambrian.CSharp.Kernels;
using Cambrian.CSharp.Kernels.Operators;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Tests.Kernels;

public sealed class KernelOperatorsTests
{
    private const string Text = """
        using System;

        public static class Toolbox
        {
            public static double Smooth(double value, bool more) => more ? Math.Tanh(value) : value;
        }

        public static class Rule
        {
            public static double F(double a, double b, double c, bool d)
            {
                // EVOLVE-BLOCK-START
                return a > 0.5 ? 2.0 * b - a : Math.Max(a, b / 3.0);
                // EVOLVE-BLOCK-END
            }
        }
        """;

    private static readonly RuleSignature Signature = new()
    {
        Entry = "Rule.F",
        Parameters = [new("a", 0, 1), new("b", 0, 100), new("c", -1, 1)],
        Toolbox = [new Function("Toolbox.Smooth", Kind.Number, [Kind.Number, Kind.Truth])],
    };

    private static readonly Problem Problem = new() { Name = "test", Seeds = [Artifact.Of("Rule.cs", Text)] };

    public static TheoryData<string> Names => [.. KernelOperators.All(new KernelReader(Signature), new KernelOptions()).Select(proposer => proposer.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Equal_seeds_give_equal_children_and_others_give_others(string name)
    {
        var (first, second) = (await ChildrenAsync(name), await ChildrenAsync(name));
        Assert.Equal(first, second);
        Assert.True(first.Distinct().Count() > 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Children_compile_and_change_nothing_outside_the_block(string name)
    {
        foreach (var child in (await ChildrenAsync(name)).Distinct().Take(8))
        {
            var text = child.Files["Rule.cs"];
            Assert.StartsWith(Text[..Text.IndexOf("return a >", StringComparison.Ordinal)], text, StringComparison.Ordinal);
            Assert.EndsWith(Text[Text.IndexOf("        // EVOLVE-BLOCK-END", StringComparison.Ordinal)..], text, StringComparison.Ordinal);
            Assert.NotNull(Compiled.Method(child, "Rule", "F"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Children_differ_from_their_parents_and_keep_to_the_size_limit(string name)
    {
        var reader = new KernelReader(Signature);
        var parents = Parents(reader);
        foreach (var child in await ChildrenAsync(name, maxSize: 20))
        {
            Assert.NotEqual(parents[0].Artifact, child);
            Assert.True(reader.TryRead(child, out _)!.Rule.Size <= 20);
        }
    }

    [Fact]
    public void A_join_holds_both_parents()
    {
        var (parent, mate) = Rules();
        var child = Apply(new Join(), parent, mate);
        Assert.Equal(Operation.Conditional, child.Operation);
        Assert.Contains(parent, child.Operands);
        Assert.Contains(mate, child.Operands);
        Assert.Null(new Join().Apply(parent, parent, Site()));
    }

    [Fact]
    public void Constants_move_and_nothing_else_does()
    {
        var (parent, mate) = Rules();
        foreach (var edit in new IKernelEdit[] { new ConstantJitter(), new Polish() })
        {
            var child = Apply(edit, parent, mate);
            Assert.NotEqual(parent, child);
            Assert.Equal(WithoutConstants(parent), WithoutConstants(child));
        }
    }

    [Fact]
    public void A_feature_that_was_not_read_is_read()
    {
        var (parent, mate) = Rules();
        var child = Apply(new FeatureInjection(), parent, mate);
        Assert.Contains(child.Nodes(), node => node.Operation == Operation.Parameter && node.Index >= 2);
    }

    [Fact]
    public void A_crossover_child_has_nothing_but_its_parents_material()
    {
        var (parent, mate) = Rules();
        var leaves = parent.Nodes().Concat(mate.Nodes()).Where(node => node.Operands.IsEmpty).ToHashSet();
        for (var seed = 0; seed < 50; seed++)
        {
            Assert.All(new Crossover().Apply(parent, mate, Site(seed))!.Nodes().Where(node => node.Operands.IsEmpty), leaf => Assert.Contains(leaf, leaves));
        }
    }

    [Fact]
    public async Task A_parent_that_is_no_kernel_gives_no_child_and_says_why()
    {
        var looping = Artifact.Of("Rule.cs", "static class Rule { public static double F(double a) { while (true) { } } }");
        var proposer = KernelOperators.All(new KernelReader(Signature), new KernelOptions())[0];
        var refused = await Assert.ThrowsAsync<ProposalException>(() => proposer.ProposeAsync(Problem, [new Candidate(0, looping, Evaluation.Of(1), [])], 1, TestContext.Current.CancellationToken));
        Assert.Contains("While", refused.Message, StringComparison.Ordinal);
        Assert.Equal("crossover", refused.Origin);
    }

    private static async Task<List<Artifact>> ChildrenAsync(string name, int maxSize = 64)
    {
        var reader = new KernelReader(Signature);
        var proposer = KernelOperators.All(reader, new KernelOptions { MaxSize = maxSize }).Single(known => known.Name == name);
        var parents = Parents(reader);
        List<Artifact> children = [];
        for (var seed = 0; seed < 40; seed++)
        {
            try
            {
                children.Add((await proposer.ProposeAsync(Problem, parents, seed, TestContext.Current.CancellationToken)).Child);
            }
            catch (ProposalException)
            {
                // Some edits find nothing to do now and then; that every one of them works is asserted on what comes out.
            }
        }

        Assert.True(children.Count >= 10, $"{name} made {children.Count} of 40 children.");
        return children;
    }

    private static Candidate[] Parents(KernelReader reader)
    {
        var seed = reader.TryRead(Problem.Seeds[0], out var reason);
        Assert.Empty(reason);
        var mate = reader.Write(seed!, Rules().Mate);
        return [new Candidate(0, Problem.Seeds[0], Evaluation.Of(1), []), new Candidate(1, mate.Artifact, Evaluation.Of(2), [])];
    }

    private static (Expression Parent, Expression Mate) Rules()
    {
        var (a, b) = (Expression.Parameter(0), Expression.Parameter(1));
        var twice = Expression.Of(Operation.Multiply, Expression.Number(2), b);
        var parent = Expression.If(
            Expression.Of(Operation.Greater, a, Expression.Number(0.5)),
            Expression.Of(Operation.Subtract, twice, a),
            Expression.Of(Operation.Max, a, Expression.Of(Operation.Divide, b, Expression.Number(3))));
        return (parent, Expression.Of(Operation.Add, Expression.Of(Operation.Sqrt, b), Expression.If(Expression.Of(Operation.Less, b, Expression.Number(7)), a, Expression.Number(9))));
    }

    private static Expression Apply(IKernelEdit edit, Expression parent, Expression mate)
    {
        var child = edit.Apply(parent, mate, Site());
        Assert.NotNull(child);
        return child;
    }

    private static EditSite Site(int seed = 3)
    {
        var grower = new ExpressionGrower(new Vocabulary { Variables = [new(0, Kind.Number, 0, 1), new(1, Kind.Number, 0, 100), new(2, Kind.Number, -1, 1), new(3, Kind.Truth)] });
        return new EditSite(Randomness.From(seed), grower, [0.5, 2, 3], new KernelOptions { MaxSize = 64 });
    }

    private static Expression WithoutConstants(Expression rule) =>
        rule.Rewrite(node => node is { Operation: Operation.Literal, Kind: Kind.Number } ? Expression.Number(0) : node);
}
