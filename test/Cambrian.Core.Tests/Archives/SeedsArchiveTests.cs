using Cambrian.Core.Archives;

namespace Cambrian.Core.Tests.Archives;

public sealed class SeedsArchiveTests : ArchiveConformance
{
    protected override IArchive Create() => new SeedsArchive();

    protected override bool Accepts(Candidate candidate) => candidate.Parents.Count == 0;

    [Fact]
    public void Only_seeds_are_kept()
    {
        var archive = Create();
        foreach (var candidate in Toy.Stream(seed: 3, count: 50))
        {
            Assert.Equal(candidate.Parents.Count == 0, archive.Add(candidate));
        }

        Assert.Equal([0, 1], archive.Kept.Select(kept => kept.Step));
    }
}
