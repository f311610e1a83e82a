using Cambrian.Core;
using Cambrian.CSharp.Compiling;

namespace Cambrian.CSharp.Tests.Compiling;

public sealed class NormalisedSourceTests
{
    private const string Original = "class A { int total; int M(int count) { var sum = 0; for (var i = 0; i < count; i++) { sum += i * 10; } return sum + total; } }";

    [Theory]
    [InlineData("class A {\n  int total; // so far\n  int M(int count) { var sum = 0; for (var i = 0; i < count; i++) { sum += i * 10; } return sum + total; } }")]
    [InlineData("class A { int total; int M(int n) { var s = 0; for (var k = 0; k < n; k++) { s += k * 10; } return s + total; } }")]
    [InlineData("class A { int total; int M(int count) { var sum = 0; for (var i = 0; i < count; i++) { sum += i * 0xA; } return sum + total; } }")]
    public void Looks_do_not_matter(string same) => Assert.Equal(Hash(Original), Hash(same));

    [Theory]
    [InlineData("class A { int total; int M(int count) { var sum = 1; for (var i = 0; i < count; i++) { sum += i * 10; } return sum + total; } }")]
    [InlineData("class A { int total; int M(int count) { var sum = 0; for (var i = 0; i < sum; i++) { sum += i * 10; } return sum + total; } }")]
    [InlineData("class A { int total; int M(int count) { var sum = 0; for (var i = 0; i < count; i++) { sum += i * 10; } return sum + count; } }")]
    [InlineData("class A { int total; int M(int count) { var sum = 0; for (var i = 0; i < count; i++) { sum += i * 10.0; } return sum + total; } }")]
    [InlineData("class A { int best; int M(int count) { var sum = 0; for (var i = 0; i < count; i++) { sum += i * 10; } return sum + best; } }")]
    public void Meaning_does(string other) => Assert.NotEqual(Hash(Original), Hash(other));

    [Fact]
    public void A_local_that_hides_a_field_is_not_taken_for_it() =>
        Assert.NotEqual(
            Hash("class A { int x, y; int M() { { int x = 1; this.y = x; } return x; } }"),
            Hash("class A { int x, y; int M() { { int y = 1; this.y = y; } return y; } }"));

    [Fact]
    public void Names_count_where_arguments_are_named() =>
        Assert.NotEqual(
            Hash("class A { int F(int a, int b) => a - b; int M() => F(a: 1, b: 2); }"),
            Hash("class A { int F(int b, int a) => b - a; int M() => F(a: 1, b: 2); }"));

    [Fact]
    public void Other_languages_go_in_as_they_are() =>
        Assert.NotEqual(NormalisedSource.Hash(Artifact.Of("a.py", "x = 1")), NormalisedSource.Hash(Artifact.Of("a.py", "x =  1")));

    private static string Hash(string text) => NormalisedSource.Hash(Artifact.Of("a.cs", text));
}
