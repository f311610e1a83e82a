using Cambrian.Core;
using Cambrian.CSharp.Compiling;

namespace Cambrian.CSharp.Tests.Compiling;

public sealed class SourceLimitsTests
{
    private static readonly CandidateCompiler Compiler = new(ReferenceSet.Candidate);

    public static TheoryData<string, string> DeepTexts { get; } = new()
    {
        { "parentheses", "class A { object f = " + Many("(") + "1" + Many(")") + "; }" },
        { "parentheses closed in comments", "class A { object f = " + Many("(/*)*/") },
        { "parentheses closed in strings", "class A { object f = " + Many("(\")\"+") },
        { "brackets", "class A { object f = " + Many("[") },
        { "braces", "class A { void M() " + Many("{") },
        { "types", Many("class A {") },
        { "type arguments", "class A { " + Many("List<") + "int" + Many(">") + " f; }" },
        { "comparisons", "class A { object f = a" + Many("<a") + "; }" },
        { "tuples", "class A { object f = " + Many("(1,") },
        { "interpolated strings", "class A { object f = " + Many("$\"{") + "; }" },
        { "brackets in an interpolated string", "class A { object f = $\"{" + Many("(/*)*/") },
        { "directives", Many("#if X\n") },
        { "not patterns", "class A { bool M(object x) => x is " + Many("not ") + "1; }" },
        { "negations", "class A { object f = " + Many("!") + "true; }" },
        { "conditionals", "class A { object f = " + Many("true ? 1 : ") + "1; }" },
        { "else branches", "class A { void M(bool b) { " + Many("if (b) { } else ") + "{ } } }" },
        { "additions", "class A { object f = 1" + Many(" + 1") + "; }" },
        { "calls", "class A { object f = a" + Many(".A()") + "; }" },
        { "lambdas", "class A { object f = " + Many("a => ") + "a; }" },
        { "local functions", "class A { void M() { " + Many("void F() { ") + Many("} ") + "} }" },
        { "switch expressions", "class A { object f = " + Many("1 switch { _ => ") },
        { "array ranks", "class A { int" + Many("[]") + " f; }" },
        { "base types", "class A0 { } " + string.Concat(Enumerable.Range(1, 5_000).Select(i => $"class A{i} : A{i - 1} {{ }} ")) },
        { "nullable marks", "class A { int" + Many("?") + " f; }" },
        { "query clauses", "class A { object f = " + Many("from a in ") + "b select a; }" },
    };

    [Theory]
    [MemberData(nameof(DeepTexts))]
    public void Deep_text_is_refused_without_exhausting_a_small_stack(string what, string text)
    {
        var cancellation = TestContext.Current.CancellationToken;
        IReadOnlyList<string> errors = [];
        var small = new Thread(() => errors = Compiler.Check(Artifact.Of("a.cs", text), cancellation), maxStackSize: 1 << 20);
        small.Start();
        small.Join();

        Assert.True(errors.Count > 0, what);
    }

    [Fact]
    public void Text_beyond_the_size_limit_is_refused() =>
        Assert.Equal("200011 characters of C#; at most 200000 are allowed.", Assert.Single(Compiler.Check(Artifact.Of("a.cs", "class A { }" + new string(' ', 200_000)), TestContext.Current.CancellationToken)));

    [Fact]
    public void Lambdas_nested_in_calls_of_overloads_are_refused_quickly()
    {
        var overloads = string.Concat(Enumerable.Range(0, 12).Select(i => $"static int F(Func<T{i}, int> f) => 0; class T{i} {{ }}"));
        var nested = string.Concat(Enumerable.Range(0, 6).Select(i => $"F(x{i} => ")) + "x0.Nothing" + new string(')', 6);

        Assert.Contains("lambdas are nested", Compiler.Check(Artifact.Of("a.cs", $"class A {{ {overloads} int M() => {nested}; }}"), TestContext.Current.CancellationToken)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("const string a = \"x\"; const string b = a + a;")]
    [InlineData("const string a = \"x\"; const string b = $\"{a}{a}\";")]
    [InlineData("const string a = \"x\"; string M() { const string b = (a + \"y\") + a; return b; }")]
    public void Constants_that_double_are_refused(string members) =>
        Assert.Contains("constant", Assert.Single(Compiler.Check(Artifact.Of("a.cs", $"class A {{ {members} }}"), TestContext.Current.CancellationToken)), StringComparison.Ordinal);

    [Fact]
    public void Ordinary_constants_are_accepted() =>
        Assert.Empty(Compiler.Check(Artifact.Of("a.cs", "class A { const int N = 2; const double X = N + 1.5; const string S = \"x\" + \"y\"; const string T = S; }"), TestContext.Current.CancellationToken));

    [Fact]
    public void Ordinary_depth_is_accepted()
    {
        const string Text = """
            public static class A
            {
                public static double M(double[][] rows, int n)
                {
                    for (var i = 0; i < n; i++) { foreach (var row in rows) { while (row[i] > 0) { if (row[i] > 1) { switch (i) { case 0: { row[i] -= (((1 + (2 * (3 + i))))); break; } default: return rows.Select(r => r.Where(x => x > row.Sum(y => y)).Sum()).Sum(); } } } } }
                    return 0;
                }
            }
            """;

        Assert.Empty(Compiler.Check(Artifact.Of("a.cs", Text), TestContext.Current.CancellationToken));
    }

    private static string Many(string text) => string.Concat(Enumerable.Repeat(text, 30_000 / text.Length * 3));
}
