namespace Cambrian.Core.Tests;

public sealed class HoldOutTests
{
    [Fact]
    public async Task The_best_few_of_different_behaviour_are_measured_without_a_rival_and_ranked()
    {
        List<string> measured = [];
        var validation = new ScriptedEvaluator((artifact, rival) =>
        {
            Assert.Null(rival);
            measured.Add(Toy.Letters(artifact));
            return Toy.Letters(artifact) switch { "broken" => Evaluation.None(Outcome.Failed, "crashed"), "overfit" => Evaluation.Of(1), _ => Evaluation.Of(5) };
        });
        Candidate[] kept =
        [
            Made(0, "seed", 1, ""), Made(1, "overfit", 9, "a"), Made(2, "a longer twin of overfit", 9, "a"), Made(3, "broken", 8, "b"),
            Made(4, "general", 7, "c"), Made(5, "longer general", 7, "d"), Made(6, "poor", 2, "e"), Made(1, "overfit", 9, "a"),
        ];
        var ranked = await new HoldOut(validation, finalists: 4).RankAsync(kept, TestContext.Current.CancellationToken);
        Assert.Equal(["overfit", "broken", "general", "longer general"], measured);
        Assert.Equal([4, 5, 1, 3], ranked.Select(finalist => finalist.Candidate.Step));
        Assert.Equal(Outcome.Failed, ranked[^1].Validation.Outcome);
    }

    [Fact]
    public async Task Several_at_a_time_give_the_same_ranking()
    {
        var kept = Toy.Stream(seed: 9, count: 100);
        var (alone, together) = (new HoldOut(new ScriptedEvaluator(Toy.Score), 12), new HoldOut(ScriptedEvaluator.Uneven(1, Toy.Score), 12, parallel: 5));
        Assert.Equal(
            (await alone.RankAsync(kept, TestContext.Current.CancellationToken)).Select(finalist => finalist.Candidate.Step),
            (await together.RankAsync(kept.Reverse(), TestContext.Current.CancellationToken)).Select(finalist => finalist.Candidate.Step));
    }

    private static Candidate Made(int step, string letters, double score, string behaviour) =>
        new(step, Toy.Program(letters), Evaluation.Of(score) with { Behaviour = behaviour }, []);
}
