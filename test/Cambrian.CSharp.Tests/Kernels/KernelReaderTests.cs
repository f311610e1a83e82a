using Cambrian.Core;
using Cambrian.CSharp.Kernels;
using Cambrian.Numerics.Expressions;

namespace Cambrian.CSharp.Tests.Kernels;

public sealed class KernelReaderTests
{
    private static readonly Expression A = Expression.Parameter(0);
    private static readonly Expression B = Expression.Parameter(1);

    [Theory]
    [InlineData("return a - b;", "Subtract(a, b)")]
    [InlineData("return (a - b) / 2;", "Divide(Subtract(a, b), 2)")]
    [InlineData("return 7 / 2 * a;", "Multiply(Truncate(Divide(7, 2)), a)")]
    [InlineData("return -3 * +a;", "Multiply(-3, a)")]
    [InlineData("return a > b ? Math.Sqrt(a) : Math.Max(a, 1);", "Conditional(Greater(a, b), Sqrt(a), Max(a, 1))")]
    [InlineData("if (a > b) return a; else return b;", "Conditional(Greater(a, b), a, b)")]
    [InlineData("if (a > b) { return a; } if (a < 0) { return 0; } return b;", "Conditional(Greater(a, b), a, Conditional(Less(a, 0), 0, b))")]
    [InlineData("double x = a; if (a > b) x = b; x *= 2; return x;", "Multiply(Conditional(Greater(a, b), b, a), 2)")]
    [InlineData("var x = a; { var y = x + 1; x = y; } return x;", "Add(a, 1)")]
    [InlineData("double x; if (a > b) { x = 1; } else { x = b; } return x;", "Conditional(Greater(a, b), 1, b)")]
    [InlineData("int n = (int)a; n += 2; n++; return n % 5;", null)]
    [InlineData("return (int)a;", "ToInt32(a)")]
    [InlineData("return (double)3;", "3")]
    [InlineData("return !(a < b) && a != 0 || false ? Math.PI : double.NaN;", "Conditional(Or(And(Not(Less(a, b)), NotEqual(a, 0)), False), 3.141592653589793, NaN)")]
    [InlineData("return Math.Clamp(a, 0, 1);", "Conditional(Less(a, 0), 0, Conditional(Greater(a, 1), 1, a))")]
    [InlineData("return a + -3;", "Subtract(a, 3)")]
    [InlineData("a = a * 2; return a;", "Multiply(a, 2)")]
    public void Statements_become_one_expression(string body, string? expected)
    {
        var program = Read($"    {body}", out var reason);
        Assert.Equal(expected, program is null ? null : Show(program.Rule));
        Assert.Equal(expected is null, reason.Length > 0);
    }

    [Theory]
    [InlineData("for (;;) { }", "ForStatement")]
    [InlineData("return Math.Sign(a);", "Math.Sign")]
    [InlineData("return c;", "'c'")]
    [InlineData("return 1.5f * a;", "1.5f")]
    [InlineData("return a > b;", "Bool")]
    [InlineData("if (a > b) { return a; }", "without a return")]
    [InlineData("int n = (int)a; return n + n;", "overflow")]
    [InlineData("int n = 3; n = a; return n;", "Double is no Int")]
    [InlineData("double x; return x;", "before it is assigned")]
    [InlineData("return Elsewhere(a);", "Elsewhere")]
    public void What_cannot_be_kept_exactly_is_refused_with_the_reason(string body, string reason)
    {
        Assert.Null(Read($"    {body}", out var found));
        Assert.Contains(reason, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Ints_are_accepted_where_their_ranges_rule_out_an_overflow()
    {
        var text = "public static class Rule { public static double F(int n, int m) => n * m / 3; }";
        Assert.Null(new KernelReader(new RuleSignature { Entry = "Rule.F" }).TryRead(Artifact.Of("Rule.cs", text), out _));
        var ranged = new KernelReader(new RuleSignature { Entry = "Rule.F", Parameters = [new("n", 0, 1000), new("m", 0, 1000)] });
        Assert.Equal("Truncate(Divide(Multiply(a, b), 3))", Show(ranged.TryRead(Artifact.Of("Rule.cs", text), out _)!.Rule));
    }

    [Fact]
    public void Only_the_block_changes_when_another_rule_is_written()
    {
        var text = """
            using System;

            public static class Rule
            {
                private const double Scale = 4; // a constant the block may read

                public static double F(double a, double b)
                {
                    var sum = a + b;
                    // EVOLVE-BLOCK-START anything goes
                    var product = a * b;
                    return product / Scale;
                    // EVOLVE-BLOCK-END
                }

                public static double Other() => 1;
            }
            """.ReplaceLineEndings("\n");
        var reader = new KernelReader(new RuleSignature { Entry = "Rule.F" });
        var program = reader.TryRead(Artifact.Of("Rule.cs", text), out var reason)!;
        Assert.Empty(reason);
        Assert.Equal(["a", "b", "Scale", "sum"], program.Frame.Symbols.Select(symbol => symbol.Name));
        var child = program.With(Expression.Of(Operation.Subtract, Expression.Parameter(3), Expression.Parameter(2)));
        var expected = text.Replace("        var product = a * b;\n        return product / Scale;\n", "        return sum - Scale;\n", StringComparison.Ordinal);
        Assert.Equal(expected, child.Artifact.Files["Rule.cs"]);
        Assert.Equal(Expression.Of(Operation.Subtract, Expression.Of(Operation.Add, A, B), Expression.Number(4)), child.Inlined);
    }

    [Fact]
    public void A_block_may_give_a_local_its_value()
    {
        var text = "static class Rule\n{\n    public static double F(double a)\n    {\n        double s = 0;\n        // EVOLVE-BLOCK-START\n        s = a;\n        // EVOLVE-BLOCK-END\n        return s;\n    }\n}\n";
        var reader = new KernelReader(new RuleSignature { Entry = "F" });
        var program = reader.TryRead(Artifact.Of("Rule.cs", text), out _)!;
        Assert.Equal(A, program.Rule);
        Assert.Contains("        s = a > 1.0 ? 2.0 : a;\n        // EVOLVE-BLOCK-END", program.With(Expression.If(Expression.Of(Operation.Greater, A, Expression.Number(1)), Expression.Number(2), A)).Artifact.Files["Rule.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("static class Rule { public static double F(double a) => a; /* EVOLVE-BLOCK-START EVOLVE-BLOCK-END */ }")]
    [InlineData("static class Rule { public double F(double a) => a; }")]
    [InlineData("static class Rule { public static string F(double a) => \"\"; }")]
    [InlineData("static class Rule { public static double F(double[] a) => 1; }")]
    [InlineData("static class Rule { public static double G(double a) => a; }")]
    [InlineData("static class Rule { public static double F(double a) => a a; }")]
    public void A_file_without_a_rule_that_may_change_is_refused(string text)
    {
        Assert.Null(new KernelReader(new RuleSignature { Entry = "Rule.F" }).TryRead(Artifact.Of("Rule.cs", text), out var reason));
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void The_same_program_is_read_once()
    {
        var reader = new KernelReader(new RuleSignature { Entry = "Rule.F" });
        var artifact = Artifact.Of("Rule.cs", "static class Rule { public static double F(double a) => a; }");
        Assert.Same(reader.TryRead(artifact, out _), reader.TryRead(Artifact.Of("Rule.cs", artifact.Files["Rule.cs"]), out _));
    }

    private static KernelProgram? Read(string body, out string reason) =>
        new KernelReader(new RuleSignature { Entry = "Rule.F" })
            .TryRead(Artifact.Of("Rule.cs", $"public static class Rule\n{{\n    public static double F(double a, double b)\n    {{\n{body}\n    }}\n}}\n"), out reason);

    private static string Show(Expression node) => node.Operation switch
    {
        Operation.Literal => node.Kind == Kind.Truth ? (node.Value != 0).ToString() : node.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        Operation.Parameter => node.Index == 0 ? "a" : "b",
        _ => $"{node.Function?.Name ?? node.Operation.ToString()}({string.Join(", ", node.Operands.Select(Show))})",
    };
}
