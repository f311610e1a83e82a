using System.Runtime.Loader;
using Cambrian.Core;
using Cambrian.CSharp.Compiling;

namespace Cambrian.CSharp.Tests.Compiling;

public sealed class CandidateCompilerTests
{
    private static readonly CandidateCompiler Compiler = new(ReferenceSet.Candidate);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_program_compiles_to_an_image_that_runs()
    {
        var compiled = Compile("public static class Program { public static double Solve(double x) => new[] { x, 2 * x }.Sum() + Math.Max(x, 0); }");

        Assert.Empty(compiled.Errors);
        Assert.Equal(8.0, Run(compiled.Image, 2.0));
    }

    [Fact]
    public void Several_files_make_one_assembly()
    {
        var artifact = new Artifact([
            KeyValuePair.Create("Program.cs", "public static class Program { public static double Solve(double x) => Other.Twice(x); }"),
            KeyValuePair.Create("parts/Other.cs", "#nullable enable\nstatic class Other { public static double Twice(double x) { string? nothing = null; return nothing is null ? 2 * x : 0; } }"),
            KeyValuePair.Create("notes.md", "not C#"),
        ]);

        Assert.Equal(6.0, Run(Compiler.Compile(artifact, cancellation: Token).Image, 3.0));
    }

    [Fact]
    public void Equal_sources_give_equal_images()
    {
        const string Text = "public static class Program { public static double Solve(double x) { var f = (double y) => y + x; return f(x); } }";

        Assert.Equal(Compile(Text).Image, Compile(Text).Image);
    }

    [Fact]
    public void Arithmetic_is_unchecked()
    {
        var compiled = Compile("public static class Program { public static double Solve(double x) { var big = int.MaxValue; big += (int)x; return big; } }");

        Assert.Equal((double)int.MinValue, Run(compiled.Image, 1.0));
    }

    [Theory]
    [InlineData("class A { int M() => x; }", "a.cs:1: CS0103")]
    [InlineData("class A {\n\n int M( => 1; }", "a.cs:3: CS")]
    [InlineData("class A { unsafe void M(int* p) { } }", "a.cs:1: CS0227")]
    [InlineData("#line 900 \"elsewhere.cs\"\nclass A { int M() => x; }", "a.cs:2: CS0103")]
    public void An_error_names_the_file_and_the_real_line(string text, string expected)
    {
        var compiled = Compile(text);

        Assert.Null(compiled.Image);
        Assert.StartsWith(expected, compiled.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void At_most_ten_errors_are_reported() =>
        Assert.Equal(CandidateCompiler.MaxErrors, Compile($"class A {{ {string.Concat(Enumerable.Range(0, 40).Select(i => $"X{i} f{i};"))} }}").Errors.Count);

    [Fact]
    public void An_artifact_without_csharp_is_a_result() =>
        Assert.Contains("no C# file", Compiler.Compile(Artifact.Of("a.py", "x = 1"), cancellation: Token).Feedback, StringComparison.Ordinal);

    [Fact]
    public void An_image_can_be_referenced_by_another_source()
    {
        var library = Compiler.Compile(Artifact.Of("l.cs", "public delegate double Rule(double x);"), "library", Token);
        Assert.NotNull(library.Image);
        var user = new CandidateCompiler(ReferenceSet.Candidate.With(library.Image));

        Assert.Empty(user.Check(Artifact.Of("u.cs", "class U { Rule r = x => x + 1; }"), Token));
        Assert.NotEmpty(Compiler.Check(Artifact.Of("u.cs", "class U { Rule r = x => x + 1; }"), Token));
    }

    [Fact]
    public void The_whole_framework_is_there_for_evaluators()
    {
        const string Text = "using System.IO; using System.Text.Json; class E { object M(string path) => JsonDocument.Parse(File.ReadAllText(path)); }";

        Assert.Empty(new CandidateCompiler(ReferenceSet.Framework).Check(Artifact.Of("e.cs", Text), Token));
        Assert.NotEmpty(Compiler.Check(Artifact.Of("e.cs", Text), Token));
    }

    [Fact]
    public void Checking_finds_what_compiling_finds()
    {
        const string Text = "class A { int M() { } }";

        Assert.Equal(Compile(Text).Errors, Compiler.Check(Artifact.Of("a.cs", Text), Token));
    }

    private static CompiledSource Compile(string text) => Compiler.Compile(Artifact.Of("a.cs", text), cancellation: Token);

    private static object? Run(byte[]? image, double argument)
    {
        Assert.NotNull(image);
        var context = new AssemblyLoadContext("test", isCollectible: true);
        using var stream = new MemoryStream(image);
        var solve = context.LoadFromStream(stream).GetType("Program")?.GetMethod("Solve");
        Assert.NotNull(solve);
        var result = solve.Invoke(null, [argument]);
        context.Unload();
        return result;
    }
}
