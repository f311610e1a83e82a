using System.Text.RegularExpressions;
using Cambrian.Core;
using Cambrian.CSharp.Source;

namespace Cambrian.CSharp.Tests.Source;

/// <summary>What single operators do, and what they must leave alone.</summary>
public sealed partial class EditTests
{
    private const string Small = """
        public static class P
        {
            // EVOLVE-BLOCK-START
            public static double F(double a, double b, int n)
            {
                double sum = 0;
                for (int i = 0; i < n; i++)
                {
                    sum += a;
                }

                return sum + b * 0.25;
            }
            // EVOLVE-BLOCK-END
        }
        """;

    private const string Endless = """
        public static class P
        {
            public static int F(int n)
            {
                int steps = 0, at = 0, other = 3;
                var open = new Queue<int>();
                open.Enqueue(n);
                while (open.Count > 0)
                {
                    at = open.Dequeue();
                    steps++;
                }

                while (at < n)
                {
                    at++;
                    other += steps;
                }

                while (true)
                {
                    steps += other;
                    if (steps > n)
                    {
                        break;
                    }
                }

                return steps;
            }
        }
        """;

    [Fact]
    public async Task A_guard_puts_a_statement_under_a_condition() =>
        Assert.All(await ChildrenAsync("guard-statement", Small), child => Assert.Contains("if (", child, StringComparison.Ordinal));

    [Fact]
    public async Task A_number_becomes_another_number_and_nothing_else_changes()
    {
        foreach (var child in await ChildrenAsync("perturb-literal", Small))
        {
            Assert.Equal(WithoutNumbers(Small), WithoutNumbers(child));
        }
    }

    [Fact]
    public async Task Jitter_changes_every_real_number() =>
        Assert.All(await ChildrenAsync("jitter-literals", Small), child => Assert.DoesNotContain("0.25;", child, StringComparison.Ordinal));

    [Fact]
    public async Task A_toolbox_call_names_a_function_of_the_toolbox() =>
        Assert.All(await ChildrenAsync("call-toolbox", Small), child => Assert.Contains("Math.", child, StringComparison.Ordinal));

    [Fact]
    public async Task An_if_join_holds_both_bodies()
    {
        var mate = Small.Replace("sum += a;", "sum += a * a;", StringComparison.Ordinal);

        foreach (var child in await ChildrenAsync("if-join", Small, mate))
        {
            Assert.Contains("sum += a;", child, StringComparison.Ordinal);
            Assert.Contains("sum += a * a;", child, StringComparison.Ordinal);
            Assert.Contains("else", child, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_method_crossover_takes_the_mates_body_with_its_parameters_renamed()
    {
        var mate = Small.Replace("double b,", "double c,", StringComparison.Ordinal).Replace("sum + b * 0.25", "sum - c", StringComparison.Ordinal);

        Assert.All(await ChildrenAsync("cross-method", Small, mate), child => Assert.Contains("return sum - b;", child, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_method_crossover_inside_a_body_takes_the_whole_block()
    {
        const string Rule = """
            public static class P
            {
                public static double F(double item, double space)
                {
                    // EVOLVE-BLOCK-START
                    double waste = space - item;
                    return -waste;
                    // EVOLVE-BLOCK-END
                }
            }
            """;
        var mate = Rule.Replace("double waste = space - item;\n        return -waste;", "return item * space;", StringComparison.Ordinal);

        Assert.All(await ChildrenAsync("cross-method", Rule, mate), child => Assert.Contains("return item * space;", child, StringComparison.Ordinal));
        Assert.All(await ChildrenAsync("if-join", Rule, mate), child => Assert.Contains("return -waste;", child, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("delete-statement")]
    [InlineData("move-statement")]
    [InlineData("guard-statement")]
    [InlineData("swap-expression")]
    [InlineData("replace-operator")]
    [InlineData("wrap-expression")]
    public async Task What_ends_a_loop_stays(string name)
    {
        // A loop may go as a whole; while it is there, so is what ends it.
        foreach (var child in await ChildrenAsync(name, Endless))
        {
            AssertBody(child, @"while \(open.Count > 0\)", "at = open.Dequeue();");
            AssertBody(child, @"while \(at <=? n\)", "at++;");
            AssertBody(child, @"while \(true\)", "break;");
            Assert.Empty(Loops().Matches(child).Select(match => match.Value).Except(["while (open.Count > 0)", "while (open.Count >= 0)", "while (at < n)", "while (at <= n)", "while (true)"]));
        }
    }

    [Fact]
    public async Task A_changed_bound_keeps_the_loop_counting() =>
        Assert.All(await ChildrenAsync("change-bound", Small), child => Assert.Matches(@"for \(int i = .*; i < .*; i (\+\+|\+= [23])\)|for \(int i = .*; i < .*; i\+\+\)", child));

    [Fact]
    public async Task A_way_out_of_a_loop_stands_under_a_condition() =>
        Assert.All(await ChildrenAsync("leave-loop", Small), child => Assert.Matches(@"if \(.*\)\s*\{\s*(break|continue);\s*\}", child));

    [Fact]
    public async Task Children_keep_the_indentation_of_their_place() =>
        Assert.All(await ChildrenAsync("copy-statement", Small), child => Assert.All(child.Split('\n'), line => Assert.True((line.Length - line.TrimStart().Length) % 4 == 0, child)));

    private static async Task<List<string>> ChildrenAsync(string name, string text, string? mate = null)
    {
        var proposer = SourceOperators.All().Single(one => one.Name == name);
        Candidate[] parents = [.. new[] { text, mate }.OfType<string>().Select(each => SourceOperatorsTests.Of(Artifact.Of("P.cs", each)))];
        var children = new List<string>();
        for (var seed = 0; seed < 60; seed++)
        {
            if (await SourceOperatorsTests.ProposeAsync(proposer, parents, seed) is { } child)
            {
                children.Add(child.Files["P.cs"]);
            }
        }

        Assert.NotEmpty(children);
        return children;
    }

    private static void AssertBody(string text, string head, string line)
    {
        if (Regex.Match(text, head + @"\s*\{(?<body>.*?)\n        \}", RegexOptions.Singleline) is { Success: true } loop)
        {
            Assert.Contains(line, loop.Groups["body"].Value, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"while \(.*")]
    private static partial Regex Loops();

    private static string WithoutNumbers(string text) => Regex.Replace(text, "[0-9][0-9.e-]*", "#");
}
