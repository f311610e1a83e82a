namespace Cambrian.Conformance;

/// <summary>What every archive owes its users.</summary>
public abstract class ArchiveConformance
{
    private static readonly int[] Seeds = [1, 2, 3, 4, 5];

    /// <summary>An empty archive.</summary>
    protected abstract IArchive Create();

    /// <summary>The parts that hold no artifact twice; the whole archive by default.</summary>
    protected virtual IEnumerable<IReadOnlyList<Candidate>> Parts(IArchive archive) => [archive.Kept];

    /// <summary>Whether it takes such candidates at all; everything by default.</summary>
    protected virtual bool Accepts(Candidate candidate) => true;

    [Fact]
    public void Equal_candidates_in_equal_order_give_equal_archives()
    {
        foreach (var seed in Seeds)
        {
            Assert.Equal(Steps(Filled(seed)), Steps(Filled(seed)));
        }
    }

    [Fact]
    public void The_same_artifact_is_not_stored_again_while_it_is_kept()
    {
        var archive = Create();
        var stream = Toy.Stream(seed: 9, count: 300);
        foreach (var candidate in stream.Concat(stream.Select(candidate => candidate with { Step = candidate.Step + stream.Count })))
        {
            archive.Add(candidate);
            Assert.All(Parts(archive), part => Assert.Equal(part.Count, part.DistinctBy(kept => kept.Artifact.Id).Count()));
        }

        var last = archive.Kept[^1];
        Assert.False(archive.Add(last with { Step = 1_000 }));
        Assert.Contains(last, archive.Kept);
    }

    [Fact]
    public void Add_says_whether_the_candidate_was_stored()
    {
        var archive = Create();
        foreach (var candidate in Toy.Stream(seed: 6, count: 400))
        {
            Assert.Equal(archive.Add(candidate), archive.Kept.Contains(candidate));
        }
    }

    [Fact]
    public void The_best_score_it_accepts_is_always_kept()
    {
        foreach (var seed in Seeds)
        {
            var archive = Create();
            var best = double.NegativeInfinity;
            foreach (var candidate in Toy.Stream(seed, count: 600).Where(Accepts))
            {
                archive.Add(candidate);
                best = Math.Max(best, candidate.Score);
                Assert.Equal(best, archive.Kept.Max(kept => kept.Score));
            }
        }
    }

    [Fact]
    public void Only_what_was_offered_is_kept()
    {
        var stream = Toy.Stream(seed: 7, count: 300);
        var archive = Create();
        Assert.Empty(archive.Kept);
        foreach (var candidate in stream)
        {
            archive.Add(candidate);
        }

        Assert.All(archive.Kept, kept => Assert.Same(stream[kept.Step], kept));
    }

    [Fact]
    public void Places_and_enumeration_agree()
    {
        var archive = Filled(seed: 8);
        Assert.Equal(archive.Kept.Select(kept => kept.Step), Enumerable.Range(0, archive.Kept.Count).Select(place => archive.Kept[place].Step));
    }

    private static List<int> Steps(IArchive archive) => [.. archive.Kept.Select(kept => kept.Step)];

    private IArchive Filled(int seed)
    {
        var archive = Create();
        foreach (var candidate in Toy.Stream(seed, count: 500))
        {
            archive.Add(candidate);
        }

        return archive;
    }
}
