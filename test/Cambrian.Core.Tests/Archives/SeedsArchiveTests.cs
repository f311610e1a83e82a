using Cambrian.Core.Archives;

namespace Cambrian.Core.Tests.Archives;

public sealed class SeedsArchiveTests : ArchiveConformance
{
    protected override IArchive Create() => new SeedsArchive();

    [Fact]
    public void Children_are_forgotten()
    {
        var archive = Create();
        foreach (var candidate in Toy.Stream(seed: 3, count: 50))
        {
            archive.Add(candidate);
        }

        Assert.All(archive.Kept, candidate => Assert.Empty(candidate.Parents));
        Assert.NotEmpty(archive.Kept);
    }
}
