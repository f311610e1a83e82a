using Cambrian.Core;
using Cambrian.CSharp.AllowList;
using Cambrian.CSharp.Compiling;

namespace Cambrian.CSharp.Tests.AllowList;

public sealed class ApiAllowListTests
{
    private static readonly CandidateCompiler Unguarded = new(ReferenceSet.Framework);
    private static readonly CandidateCompiler GuardedInFramework = new(ReferenceSet.Framework, ApiAllowList.Default);
    private static readonly CandidateCompiler Open = new(ReferenceSet.Candidate);
    private static readonly CandidateCompiler Guarded = new(ReferenceSet.Candidate, ApiAllowList.Default);

    public static IEnumerable<TheoryDataRow<string, string>> Hostile =>
        HostileSnippets.Bodies.Select(snippet => (snippet.What, Text: $"static class A {{ static object M(object o, int n, string s) {{ {snippet.Body} }} }}"))
            .Concat(HostileSnippets.Files)
            .Select(snippet => new TheoryDataRow<string, string>(snippet.What, snippet.Text));

    public static IEnumerable<TheoryDataRow<string, string>> Honest =>
        HonestSnippets.Files.Select(snippet => new TheoryDataRow<string, string>(snippet.What, snippet.Text));

    public static IEnumerable<TheoryDataRow<string, string>> Traceless =>
        HostileSnippets.Traceless.Select(snippet => new TheoryDataRow<string, string>(snippet.What, snippet.Text));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_source_is_refused_by_compiling_and_by_checking(string what, string text)
    {
        var artifact = Artifact.Of("a.cs", text);

        // Against the whole framework: the list alone must refuse it, not a missing reference.
        Assert.Equal(("", what), (Unguarded.Compile(artifact, cancellation: Token).Feedback, what));
        var compiled = GuardedInFramework.Compile(artifact, cancellation: Token);
        Assert.Null(compiled.Image);
        Assert.Contains(" is not allowed: ", compiled.Feedback, StringComparison.Ordinal);
        Assert.StartsWith("a.cs:", compiled.Errors[0], StringComparison.Ordinal);
        Assert.Equal(compiled.Errors, GuardedInFramework.Check(artifact, Token));
        Assert.Null(Guarded.Compile(artifact, cancellation: Token).Image);
    }

    [Theory]
    [MemberData(nameof(Traceless))]
    public void Hostile_source_that_leaves_no_trace_in_the_image_is_refused_by_checking(string what, string text) =>
        Assert.True(Guarded.Check(Artifact.Of("a.cs", text), Token) is [var first, ..] && first.Contains(" is not allowed: ", StringComparison.Ordinal), what);

    [Theory]
    [MemberData(nameof(Honest))]
    public void Honest_source_is_accepted(string what, string text)
    {
        var artifact = Artifact.Of("a.cs", text);

        Assert.Equal(("", what), (Guarded.Compile(artifact, cancellation: Token).Feedback, what));
        Assert.Equal(("", what), (string.Join('\n', Guarded.Check(artifact, Token)), what));
    }

    [Fact]
    public void A_violation_says_where_what_and_what_instead() =>
        Assert.Equal(
            "a.cs:3: System.Random.Shared is not allowed: use new Random(seed) with a constant seed",
            Guarded.Check(Artifact.Of("a.cs", "class A\n{\n    int M() => Random.Shared.Next();\n}"), Token)[0]);

    [Fact]
    public void The_toolbox_is_what_the_problem_declares()
    {
        var library = Open.Compile(Artifact.Of("l.cs", "namespace Tools.Deep { public static class Tool { public static double Twice(double x) => 2 * x; } } public record Item(double Size);"), "library", Token);
        Assert.NotNull(library.Image);
        var references = ReferenceSet.Candidate.With(library.Image);
        var user = Artifact.Of("u.cs", "class U { double M(Item item) => Tools.Deep.Tool.Twice(item.Size); }");

        Assert.NotEmpty(new CandidateCompiler(references, ApiAllowList.Default).Compile(user, cancellation: Token).Errors);
        Assert.Empty(new CandidateCompiler(references, new ApiAllowList(["Tools"], ["Item"])).Compile(user, cancellation: Token).Errors);
        Assert.Contains("Item", new CandidateCompiler(references, new ApiAllowList(["Tools"], [])).Compile(user, cancellation: Token).Feedback, StringComparison.Ordinal);
    }
}
