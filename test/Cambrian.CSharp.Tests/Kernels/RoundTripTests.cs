using Cambrian.Core;
using Cambrian.CSharp.Kernels;
using Cambrian.Numerics.Expressions;
using CsCheck;

namespace Cambrian.CSharp.Tests.Kernels;

public sealed class RoundTripTests
{
    private const string Text = """
        using System;

        public static class Toolbox
        {
            public static double Blend(double first, double second, bool more) => more ? (0.75 * first) + (0.25 * second) : first;
        }

        public static class Rule
        {
            public static RESULT F(double x, int n, bool on, double t1, int m)
            {
                // EVOLVE-BLOCK-START
                return VALUE;
                // EVOLVE-BLOCK-END
            }
        }
        """;

    private static readonly Function Blend = new("Toolbox.Blend", Kind.Number, [Kind.Number, Kind.Number, Kind.Truth]);

    private static readonly ExpressionGrower Grower = new(Vocabulary.Everything(
        [new(0, Kind.Number), new(1, Kind.Number, -100, 100), new(2, Kind.Truth), new(3, Kind.Number), new(4, Kind.Number, 0, 10)], [Blend]));

    private delegate double Number(double x, int n, bool on, double t1, int m);

    private delegate bool Truth(double x, int n, bool on, double t1, int m);

    private delegate int Whole(double x, int n, bool on, double t1, int m);

    [Theory]
    [InlineData("double")]
    [InlineData("bool")]
    [InlineData("int")]
    public void What_is_printed_is_read_back_as_the_same_expression(string result) => Gen.Int.Sample(
        seed =>
        {
            var (reader, program) = Seed(result);
            var child = program.With(Random(seed, program));
            var read = new KernelReader(reader.Signature).TryRead(child.Artifact, out var reason);
            Assert.True(read is not null, $"{reason}\n{child.Artifact.Files["Rule.cs"]}");
            Assert.True(child.Rule.Equals(read.Rule), child.Artifact.Files["Rule.cs"]);
            Assert.Equal(child.Artifact, read.With(read.Rule).Artifact);
            Assert.Equal(child.Artifact, child.With(child.Rule).Artifact);
        },
        iter: 1000);

    [Theory]
    [InlineData("double")]
    [InlineData("bool")]
    [InlineData("int")]
    public void The_compiler_gives_the_text_the_value_of_the_expression(string result) => Gen.Int.Sample(
        seed =>
        {
            var (_, program) = Seed(result);
            var rule = Random(seed, program);
            var child = program.With(rule);
            var compiled = Compiled.Method(child.Artifact, "Rule", "F");
            var toolbox = new ToolboxFunction(Blend, compiled.DeclaringType!.Assembly.GetType("Toolbox")!.GetMethod("Blend")!);
            var type = result switch { "double" => typeof(Number), "bool" => typeof(Truth), _ => typeof(Whole) };
            var native = ExpressionCompiler.Compile(type, ExpressionEncoding.Decode(child.Encode(), program.Frame.Kinds, [Blend]), [toolbox]);
            var random = new Random(seed);
            for (var i = 0; i < 20; i++)
            {
                object[] inputs = [(random.NextDouble() - 0.5) * 100, random.Next(-100, 100), random.Next(2) == 0, random.Next(5) - 2.0, random.Next(10)];
                Assert.Equal(compiled.Invoke(null, inputs), native.DynamicInvoke(inputs));
            }
        },
        iter: 60);

    [Fact]
    public void Lines_stay_readable() => Gen.Int.Sample(
        seed =>
        {
            var (_, program) = Seed("double");
            var child = program.With(Grower.Grow(Kind.Number, 6, new Random(seed), []));
            Assert.All(child.Artifact.Files["Rule.cs"].Split('\n'), line => Assert.True(line.Length <= 160 && line.TrimEnd() == line, line));
        },
        iter: 300);

    private static Expression Random(int seed, KernelProgram program) =>
        Grower.Grow(program.Rule.Kind, 6, new Random(seed), [-2.5, 1e-7, 1e20, double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0]);

    private static (KernelReader Reader, KernelProgram Program) Seed(string result)
    {
        var value = result switch { "double" => "x", "bool" => "on", _ => "n" };
        var reader = new KernelReader(new RuleSignature { Entry = "Rule.F", Toolbox = [Blend] });
        var program = reader.TryRead(Artifact.Of("Rule.cs", Text.Replace("RESULT", result, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal)), out var reason);
        Assert.Empty(reason);
        return (reader, program!);
    }
}
