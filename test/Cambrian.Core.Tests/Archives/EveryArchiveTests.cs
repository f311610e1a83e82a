using Cambrian.Core.Archives;

namespace Cambrian.Core.Tests.Archives;

public sealed class EveryArchiveTests : ArchiveConformance
{
    protected override IArchive Create() => new EveryArchive();

    [Fact]
    public void Everything_different_is_kept_in_order()
    {
        var stream = Toy.Stream(seed: 3, count: 200);
        var archive = Create();
        foreach (var candidate in stream)
        {
            archive.Add(candidate);
        }

        Assert.Equal(stream.DistinctBy(candidate => candidate.Artifact.Id), archive.Kept);
    }
}
