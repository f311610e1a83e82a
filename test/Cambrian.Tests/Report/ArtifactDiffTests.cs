using Cambrian.Core;
using Cambrian.Report;
using CsCheck;

namespace Cambrian.Tests.Report;

public sealed class ArtifactDiffTests
{
    [Fact]
    public void Equal_artifacts_have_no_difference() => Assert.Empty(ArtifactDiff.Between(Artifact.Of("a", "x\ny"), Artifact.Of("a", "x\ny")));

    [Fact]
    public void Lines_far_from_a_change_are_counted_and_not_shown()
    {
        var before = string.Join('\n', Enumerable.Range(0, 30));
        var lines = ArtifactDiff.Between(Artifact.Of("a", before), Artifact.Of("a", before.Replace("\n15\n", "\nfifteen\n", StringComparison.Ordinal)));

        Assert.Equal("… 12 lines unchanged", lines[0].Text);
        Assert.Equal((DiffKind.Removed, "15"), (lines[4].Kind, lines[4].Text));
        Assert.Equal((DiffKind.Added, "fifteen"), (lines[5].Kind, lines[5].Text));
        Assert.Equal("… 11 lines unchanged", lines[^1].Text);
    }

    [Fact]
    public void What_is_removed_and_added_are_the_two_texts() =>
        Gen.Select(Text, Text).Sample((before, after) =>
        {
            var lines = ArtifactDiff.Between(Artifact.Of("a", before), Artifact.Of("a", after), context: 100);
            return before == after
                ? lines.Count == 0
                : Joined(lines, DiffKind.Removed) == before && Joined(lines, DiffKind.Added) == after;
        });

    private static Gen<string> Text { get; } = Gen.Int[0, 4].Select(index => ((string[])["a", "b", "c", "", "  a"])[index]).Array[1, 8].Select(lines => string.Join('\n', lines));

    private static string Joined(IEnumerable<DiffLine> lines, DiffKind kind) =>
        string.Join('\n', lines.Where(line => line.Kind == DiffKind.Same || line.Kind == kind).Select(line => line.Text));
}
