namespace Cambrian.Conformance;

/// <summary>What every selector owes its users.</summary>
public abstract class SelectorConformance
{
    protected abstract ISelector Create();

    [Fact]
    public void The_same_input_and_stream_give_the_same_choice()
    {
        var kept = Toy.Stream(seed: 1, count: 200);
        for (var seed = 0; seed < 50; seed++)
        {
            Assert.Equal(Create().Select(kept, Randomness.From(seed)), Create().Select([.. kept], Randomness.From(seed)));
        }
    }

    [Fact]
    public void At_least_one_parent_is_chosen_and_all_are_kept()
    {
        var kept = Toy.Stream(seed: 2, count: 40);
        for (var seed = 0; seed < 200; seed++)
        {
            var parents = Create().Select(kept, Randomness.From(seed));
            Assert.NotEmpty(parents);
            Assert.All(parents, parent => Assert.Same(kept[parent.Step], parent));
        }
    }

    [Fact]
    public void A_single_candidate_is_its_own_mate()
    {
        var only = Toy.Candidate(0, "mmmmmmmmmmmmmmmm");
        Assert.All(Create().Select([only], Randomness.From(3)), parent => Assert.Same(only, parent));
    }

    [Fact]
    public void Candidates_without_cases_or_with_broken_ones_can_be_chosen()
    {
        Candidate[] kept =
        [
            new(0, Toy.Program("a"), new Evaluation { Outcome = Outcome.Valid, Score = 1 }, []),
            new(1, Toy.Program("b"), new Evaluation { Outcome = Outcome.Valid, Score = 2, Cases = [double.NegativeInfinity, double.NaN] }, []),
            new(2, Toy.Program("c"), new Evaluation { Outcome = Outcome.Valid, Score = 3, Cases = [1, double.PositiveInfinity, 4] }, []),
        ];
        for (var seed = 0; seed < 100; seed++)
        {
            Assert.All(Create().Select(kept, Randomness.From(seed)), parent => Assert.Same(kept[parent.Step], parent));
            Assert.All(Create().Select(kept[1..], Randomness.From(seed)), parent => Assert.Same(kept[parent.Step], parent));
        }
    }
}
