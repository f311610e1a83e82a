using CsCheck;

namespace Cambrian.Core.Tests;

public sealed class ArtifactTests
{
    private static readonly Gen<Dictionary<string, string>> Files =
        Gen.Dictionary(Of("a", "b", "src/a", "src/b.cs", "ü/x"), Of("", "a", "ab", "b", "\u0000", "進化"))[1, 4];

    [Fact]
    public void Equal_files_give_equal_ids_and_different_ones_different_ids() =>
        Gen.Select(Files, Files).Sample((one, other) =>
            new Artifact(one).Equals(new Artifact(other)) == one.OrderBy(file => file.Key, StringComparer.Ordinal).SequenceEqual(other.OrderBy(file => file.Key, StringComparer.Ordinal)));

    [Fact]
    public void The_order_in_which_files_are_given_does_not_matter() =>
        Files.Sample(files => new Artifact(files).Id == new Artifact(files.Reverse()).Id);

    [Fact]
    public void Texts_do_not_run_into_each_other() =>
        Assert.NotEqual(new Artifact([new("a", "bc"), new("d", "")]).Id, new Artifact([new("a", "b"), new("d", "c")]).Id);

    [Fact]
    public void A_deferred_artifact_fetches_its_files_once_and_only_when_asked()
    {
        var original = Toy.Program("text");
        var fetched = 0;
        var deferred = Artifact.Deferred(original.Id, original.Length, id =>
        {
            fetched++;
            Assert.Equal(original.Id, id);
            return original.Files;
        });
        Assert.Equal((original, original.Length, 0), (deferred, deferred.Length, fetched));
        Assert.Equal(original.Files, deferred.Files);
        Assert.Equal(original.With("x", "y"), deferred.With("x", "y"));
        Assert.Equal(1, fetched);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../up")]
    [InlineData("a/../b")]
    [InlineData("a//b")]
    [InlineData("./a")]
    [InlineData("a\\b")]
    public void Paths_that_lead_outside_are_refused(string path) => Assert.Throws<ArgumentException>(() => Artifact.Of(path, "x"));

    [Fact]
    public void An_artifact_has_at_least_one_file() => Assert.Throws<ArgumentException>(() => new Artifact([]));

    private static Gen<string> Of(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
