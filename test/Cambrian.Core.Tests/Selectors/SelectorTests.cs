using Cambrian.Core.Archives;
using Cambrian.Core.Selectors;

namespace Cambrian.Core.Tests.Selectors;

public sealed class UniformSelectorTests : SelectorConformance
{
    protected override ISelector Create() => new UniformSelector();

    [Fact]
    public void Every_candidate_gets_its_turn()
    {
        var kept = Toy.Stream(seed: 1, count: 10);
        var counts = Counting.Parents(Create(), kept, draws: 10_000);
        Assert.All(counts, count => Assert.InRange(count, 1_800, 2_200));
    }
}

public sealed class BestSelectorTests : SelectorConformance
{
    protected override ISelector Create() => new BestSelector();

    [Fact]
    public void The_only_parent_is_the_best()
    {
        var kept = Toy.Stream(seed: 1, count: 100);
        Assert.Equal(kept.Max(candidate => candidate.Score), Assert.Single(Create().Select(kept, Randomness.From(1))).Score);
    }
}

public sealed class TournamentSelectorTests : SelectorConformance
{
    protected override ISelector Create() => new TournamentSelector(4);

    [Fact]
    public void The_share_of_the_best_is_that_of_the_formula()
    {
        // The best of n wins a tournament of k draws with probability 1 − (1 − 1/n)^k.
        Candidate[] kept = [.. Enumerable.Range(0, 10).Select(step => new Candidate(step, Toy.Program($"{step}"), Evaluation.Of(step), []))];
        var counts = Counting.Parents(Create(), kept, draws: 10_000);
        Assert.InRange(counts[9] / 20_000.0, 0.344 - 0.02, 0.344 + 0.02);
        Assert.True(counts[0] < 50, $"the worst was chosen {counts[0]} times");
    }

    [Fact]
    public void A_tournament_of_nobody_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new TournamentSelector(0));
}

public sealed class LexicaseSelectorTests : SelectorConformance
{
    protected override ISelector Create() => new LexicaseSelector(pool: 12, cases: 8);

    [Fact]
    public void A_specialist_is_chosen_though_its_mean_is_poor()
    {
        // Nineteen generalists, and one that is far better on the last case alone.
        Candidate[] kept =
        [
            .. Enumerable.Range(0, 19).Select(step => Cased(step, 5, 5, 5, 1)),
            Cased(19, 0, 0, 0, 9),
        ];
        var lexicase = Counting.Parents(new LexicaseSelector(pool: 20), kept, draws: 2_000);
        var tournament = Counting.Parents(new TournamentSelector(5), kept, draws: 2_000);
        Assert.InRange(lexicase[19] / 4_000.0, 0.1, 0.4);
        Assert.True(tournament[19] < 20, $"the tournament chose it {tournament[19]} times");
    }

    [Fact]
    public void Those_within_the_median_deviation_of_the_best_go_on()
    {
        // On the only case: median 6, deviations 6 1 0 0 1 4, their median 1; so from 9 to 10 passes, and 7 does not.
        Candidate[] kept = [.. new[] { 0.0, 5, 6, 6, 7, 10, 9 }.Select((score, step) => Cased(step, score))];
        HashSet<int> chosen = [];
        for (var seed = 0; seed < 100; seed++)
        {
            chosen.UnionWith(new LexicaseSelector(pool: 7).Select(kept, Randomness.From(seed)).Select(parent => parent.Step));
        }

        Assert.Equal([5, 6], chosen.Order());
    }

    private static Candidate Cased(int step, params double[] cases) =>
        new(step, Toy.Program($"{step}"), new Evaluation { Outcome = Outcome.Valid, Score = cases.Average(), Cases = [.. cases] }, []);
}

public sealed class IslandSelectorTests : SelectorConformance
{
    protected override ISelector Create() => new IslandSelector(new TournamentSelector(2), migration: 0.5);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.25, 0.25)]
    [InlineData(1, 1)]
    public void The_mate_comes_from_another_island_as_often_as_asked(double migration, double expected)
    {
        var archive = Settled();
        var selector = new IslandSelector(new UniformSelector(), migration);
        var abroad = 0;
        for (var seed = 0; seed < 4_000; seed++)
        {
            var parents = selector.Select(archive.Kept, Randomness.From(seed));
            abroad += Home(parents[0]) == Home(parents[1]) ? 0 : 1;
        }

        Assert.InRange(abroad / 4_000.0, expected - 0.03, expected + 0.03);
    }

    [Fact]
    public void Every_island_gets_its_turn_whatever_its_size()
    {
        var archive = Settled();
        var counts = new int[3];
        for (var seed = 0; seed < 3_000; seed++)
        {
            counts[Home(new IslandSelector(new UniformSelector(), 0).Select(archive.Kept, Randomness.From(seed))[0])]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 850, 1_150));
    }

    [Fact]
    public void A_migration_that_is_no_probability_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new IslandSelector(new UniformSelector(), -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IslandSelector(new UniformSelector(), 1.1));
    }

    private static int Home(Candidate candidate) => (int)candidate.Score % 3;

    // Islands of 1, 10 and 100 that hold no common candidate: population of one per seed slot, beaten by each newcomer.
    private static IslandArchive Settled()
    {
        var archive = new IslandArchive(3, () => new Late(), patience: 1_000_000);
        archive.Add(new Candidate(0, Toy.Program("seed"), Evaluation.Of(-1), []));
        for (var step = 1; step <= 112; step++)
        {
            if (step % 3 != 0 || step == 3)
            {
                archive.Add(new Candidate(step, Toy.Program($"{step}"), Evaluation.Of(step), [0]));
            }
        }

        return archive;
    }

    // Forgets the seed.
    private sealed class Late : IArchive
    {
        private readonly List<Candidate> _kept = [];

        public IReadOnlyList<Candidate> Kept => _kept;

        public bool Add(Candidate candidate)
        {
            if (candidate.Parents.Count > 0)
            {
                _kept.Add(candidate);
            }

            return true;
        }
    }
}

public sealed class SeedSelectorTests : SelectorConformance
{
    protected override ISelector Create() => new SeedSelector();

    [Fact]
    public void Only_seeds_are_parents_and_all_of_them()
    {
        var kept = Toy.Stream(seed: 5, count: 40).OrderBy(candidate => candidate.Parents.Count > 0).ToList();
        var chosen = Enumerable.Range(0, 200).SelectMany(seed => new SeedSelector().Select(kept, Randomness.From(seed))).Distinct().ToList();

        Assert.Equal(kept.Where(candidate => candidate.Parents.Count == 0).Select(candidate => candidate.Step), chosen.Select(candidate => candidate.Step).Order());
    }
}

internal static class Counting
{
    public static int[] Parents(ISelector selector, IReadOnlyList<Candidate> kept, int draws)
    {
        var counts = new int[kept.Count];
        for (var seed = 0; seed < draws; seed++)
        {
            foreach (var parent in selector.Select(kept, Randomness.From(seed)))
            {
                counts[parent.Step]++;
            }
        }

        return counts;
    }
}
