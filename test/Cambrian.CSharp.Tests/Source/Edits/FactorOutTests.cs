using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.CSharp.Source;

namespace Cambrian.CSharp.Tests.Source.Edits;

/// <summary>What several expressions have in common becomes a method, and nothing is different for that.</summary>
public sealed class FactorOutTests
{
    private const string File = "P.cs";

    // Repeated pieces beside everything that could tell a call from the expression it replaces.
    private const string Traps = """
        public static class P
        {
            // EVOLVE-BLOCK-START
            private struct Walker
            {
                public int At;
                public int Go(int steps) => At += steps;
            }

            public static double[] F(int[] a, int n, double scale, List<int> calls)
            {
                var k = n;
                Func<int> count = () => k++;
                var walker = new Walker { At = n };
                var walkers = new Walker[4];
                var text = "abc";
                var first = Next(count, calls) * k + Next(count, calls) * 2;
                var second = Next(count, calls) * k + Next(count, calls) * 3;
                var third = walker.Go(n) * 2 + n + walker.Go(n) * 2 + n;
                walkers[n % 2 + 1].Go(3);
                walkers[n % 2 + 1].Go(4);
                var fourth = walkers[n % 2 + 1].At * scale + walkers[n % 2 + 1].At * scale;
                var lazy = n > 2 ? a[n - 1] * scale + 1.5 : a[0] * scale + 2.5;
                var guarded = n > 0 && a[n - 1] > 3 || n > 1 && a[n - 2] > 4;
                var sum = 0.0;
                for (var i = 0; i + 1 < a.Length; i++)
                {
                    sum += Math.Sqrt(a[i] * a[i] + n * n) - Math.Sqrt(a[i + 1] * a[i + 1] + k * k);
                    sum -= (a[i] - scale) / (1 + Math.Abs(i - scale)) + (a[i] - 2.5) / (1 + Math.Abs(i - 2.5));
                }

                foreach (var at in a)
                {
                    sum += G(at, at, scale, calls);
                    sum += (at + text.Length) / n - (at + text.Length) / (at - 3);
                }

                return [first, second, third, fourth, lazy, guarded ? 1 : 0, sum, k];
            }

            private static double G(int x, int y, double scale, List<int> calls)
            {
                var late = (x - scale) / (1 + Math.Abs(y - scale));
                var early = (y - scale) / (1 + Math.Abs(x - scale));
                return late > early ? late * Next(() => x, calls) + x * 0.5 : late * Next(() => y, calls) + y * 0.25;
            }

            private static int Next(Func<int> value, List<int> calls)
            {
                calls.Add(calls.Count);
                return calls.Count * 10 + value();
            }
            // EVOLVE-BLOCK-END
        }
        """;

    private static readonly object[][] TrapInputs = [[new[] { 1, 5, 2, 7 }, 3, 0.5], [new[] { 4, 8 }, 1, -2.0], [new[] { 3, 1, 1 }, 2, 1.5], [Array.Empty<int>(), 1, 1.0], [new[] { 9 }, 0, 3.0], [new[] { 2, 2, 2, 2, 2 }, 5, 9.25]];

    public static TheoryData<string> Programs { get; } = ["traps", "tour", "circles"];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_child_does_what_its_parent_does(string name)
    {
        var (text, type, method, inputs) = Case(name);
        var made = 0;
        for (var seed = 0; seed < 12; seed++)
        {
            var parent = Artifact.Of(File, text);
            var answers = Behaviour.Of(parent, type, method, inputs());
            for (var generation = 0; generation < 4 && await ChildAsync(parent, seed) is { } child; generation++)
            {
                Assert.Equal(answers, Behaviour.Of(child, type, method, inputs()));
                parent = child;
                made++;
            }
        }

        Assert.True(made > 0, $"{name} has no child");
    }

    [Fact]
    public async Task Equal_arguments_share_a_parameter_and_equal_literals_stay()
    {
        const string Twice = """
            public static class P
            {
                // EVOLVE-BLOCK-START
                public static double F(double a, double b)
                {
                    var first = (a - 0.5) * (a - 0.5) + 2.0;
                    return first - ((b - 0.5) * (b - 0.5) + 3.0);
                }
                // EVOLVE-BLOCK-END
            }
            """;
        var children = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 40; seed++)
        {
            children.Add((await ChildAsync(Artifact.Of(File, Twice), seed))?.Files[File].ReplaceLineEndings("\n") ?? "");
        }

        Assert.Contains(children, child => child.Contains("""
                private static double Part1(double value1, double value2)
                {
                    return (value1 - 0.5) * (value1 - 0.5) + value2;
                }
            """.ReplaceLineEndings("\n"), StringComparison.Ordinal)
            && child.Contains("var first = Part1(a, 2.0);", StringComparison.Ordinal) && child.Contains("return first - (Part1(b, 3.0));", StringComparison.Ordinal));
    }

    [Fact]
    public void An_edit_ordered_in_one_method_may_put_the_new_method_beside_it_where_later_edits_reach_it()
    {
        var editor = new SourceEditor();
        var parent = Artifact.Of(File, Traps);

        var child = editor.Apply(parent, parent, new EditOrder("factor-out", "G", 1), TestContext.Current.CancellationToken)?.Child;

        Assert.NotNull(child);
        Assert.Contains(editor.Methods(child, TestContext.Current.CancellationToken), method => method.Name == "Part1");
        Assert.Equal(Methods(editor, parent).Remove("G"), Methods(editor, child).Remove("G").Remove("Part1"));
    }

    private static ImmutableDictionary<string, string> Methods(SourceEditor editor, Artifact program) =>
        editor.Methods(program, TestContext.Current.CancellationToken).ToImmutableDictionary(method => method.Name, method => method.Text);

    private static async Task<Artifact?> ChildAsync(Artifact parent, int seed) =>
        await SourceOperatorsTests.ProposeAsync(SourceOperators.All().Single(one => one.Name == "factor-out"), [SourceOperatorsTests.Of(parent)], seed);

    private static (string Text, string Type, string Method, Func<IEnumerable<object[]>> Inputs) Case(string name) => name switch
    {
        "traps" => (Traps, "P", "F", () => TrapInputs.Select(input => (object[])[((int[])input[0]).Clone(), input[1], input[2], new List<int>()])),
        "tour" => (SamplePrograms.Tour, "Tour", "Solve", () => [[Distances(14)]]),
        _ => (SamplePrograms.Circles, "Circles", "Solve", () => [[7], [12]]),
    };

    private static double[][] Distances(int cities) =>
        [.. Enumerable.Range(0, cities).Select(i => Enumerable.Range(0, cities).Select(j => Math.Abs(Math.Sin(i * 3.0) - Math.Sin(j * 3.0)) + Math.Abs(Math.Cos(i * 5.0) - Math.Cos(j * 5.0))).ToArray())];
}
