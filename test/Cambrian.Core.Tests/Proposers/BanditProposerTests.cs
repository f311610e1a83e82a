using Cambrian.Core.Policies;
using Cambrian.Core.Proposers;

namespace Cambrian.Core.Tests.Proposers;

public sealed class BanditProposerTests : ProposerConformance
{
    protected override IProposer Create() => new BanditProposer(
        [new Arm("move", new ScriptedProposer(Toy.Mutate)), new Arm("crossover", new ScriptedProposer((parents, seed) => Toy.Mutate(parents, -seed)))]);

    [Fact]
    public void Before_anything_was_gained_all_arms_are_equal() => Assert.Equal([0.25, 0.25, 0.25, 0.25], Four().Probabilities);

    [Fact]
    public void The_arm_that_gains_is_asked_more_and_the_others_keep_the_floor()
    {
        var bandit = Four();
        for (var number = 0; number < 400; number++)
        {
            bandit.Observe(Made(number, $"{"abcd"[number % 4]}/x", gain: number % 4 == 1 ? 1 : 0, cost: 10));
        }

        Assert.Equal(1, bandit.Probabilities.Sum(), 12);
        Assert.True(bandit.Probabilities[1] > 0.7, $"{bandit.Probabilities[1]}");
        Assert.All(bandit.Probabilities, probability => Assert.True(probability >= 0.05));
    }

    [Fact]
    public void Gains_count_per_cost()
    {
        var bandit = Four();
        for (var number = 0; number < 400; number++)
        {
            bandit.Observe(Made(number, $"{"abcd"[number % 4]}", gain: 1, cost: number % 4 == 0 ? 1 : 100));
        }

        Assert.True(bandit.Probabilities[0] > 0.5, $"{bandit.Probabilities[0]}");
    }

    [Fact]
    public void What_a_proposer_was_paid_is_cost_too()
    {
        var bandit = Four();
        for (var number = 0; number < 400; number++)
        {
            bandit.Observe(Made(number, $"{"abcd"[number % 4]}", gain: 1, cost: 10) with { Effort = number % 4 == 0 ? 0 : 500 });
        }

        Assert.True(bandit.Probabilities[0] > 0.5, $"{bandit.Probabilities[0]}");
        Assert.Equal((100 * 10, 100 * 510), (bandit.Statistics[0].Cost, bandit.Statistics[1].Cost));
    }

    [Fact]
    public async Task What_was_paid_in_vain_is_kept_with_the_failure()
    {
        var bandit = new BanditProposer([new Arm("a", new ScriptedProposer((_, _) => throw new ProposalException("no", "x") { Effort = 3 }))]);
        var none = await Assert.ThrowsAsync<ProposalException>(() => bandit.ProposeAsync(Toy.Problem, Parents, 1, TestContext.Current.CancellationToken));
        Assert.Equal(("a/x", 3), (none.Origin, none.Effort));
    }

    [Fact]
    public void What_was_gained_long_ago_counts_for_less()
    {
        double Turned(double decay)
        {
            var bandit = new BanditProposer([new Arm("a", Idle()), new Arm("b", Idle())], Fading(decay));
            for (var number = 0; number < 200; number++)
            {
                bandit.Observe(Made(number, number % 2 == 0 ? "a" : "b", gain: number % 2 == 0 == number < 100 ? 1 : 0, cost: 10));
            }

            return bandit.Probabilities[1];
        }

        Assert.Equal(0.5, Turned(decay: 1), 6);
        Assert.True(Turned(decay: 0.95) > 0.7, $"{Turned(decay: 0.95)}");
    }

    [Fact]
    public async Task Arms_are_asked_as_often_as_their_probabilities_say_and_named_in_the_origin()
    {
        var bandit = Four();
        for (var number = 0; number < 200; number++)
        {
            bandit.Observe(Made(number, "c/x", gain: 1, cost: 1));
        }

        Dictionary<string, int> asked = [];
        for (var seed = 0; seed < 5_000; seed++)
        {
            var proposal = await bandit.Snapshot().ProposeAsync(Problem, Parents, seed, TestContext.Current.CancellationToken);
            asked[proposal.Origin] = asked.GetValueOrDefault(proposal.Origin) + 1;
        }

        Assert.All("abcd".Index(), arm => Assert.InRange(asked[$"{arm.Item}/x"] / 5_000.0, bandit.Probabilities[arm.Index] - 0.03, bandit.Probabilities[arm.Index] + 0.03));
    }

    [Fact]
    public async Task An_arm_without_a_child_is_named_too()
    {
        var bandit = new BanditProposer([new Arm("a", new ScriptedProposer((_, _) => throw new ProposalException("empty", "inner")))]);
        var thrown = await Assert.ThrowsAsync<ProposalException>(() => bandit.ProposeAsync(Problem, Parents, 1, TestContext.Current.CancellationToken));
        Assert.Equal(("a/inner", "empty"), (thrown.Origin, thrown.Message));
    }

    [Fact]
    public void An_ensemble_of_ensembles_gives_credit_at_both_levels()
    {
        var inner = new BanditProposer([new Arm("x", Idle()), new Arm("y", Idle())]);
        var outer = new BanditProposer([new Arm("in", inner), new Arm("other", Idle())]);
        outer.Observe(Made(0, "in/y/op", gain: 1, cost: 3));
        outer.Observe(Made(1, "other", gain: 0, cost: 3));
        Assert.Equal([1, 1], outer.Statistics.Select(arm => arm.Tries));
        Assert.Equal([0, 1], inner.Statistics.Select(arm => arm.Improved));
    }

    [Fact]
    public void The_statistics_are_a_reading_of_the_steps()
    {
        var bandit = Four();
        bandit.Observe(Made(0, "seed", gain: 0, cost: 7));
        bandit.Observe(Made(1, "a/x", gain: 2, cost: 3));
        bandit.Observe(Made(2, "a/x", gain: -1, cost: 3));
        bandit.Observe(new Step { Number = 3, Origin = "a", Verdict = Verdict.Reject("none") });
        bandit.Observe(Made(4, "a/x", gain: 5, cost: 3) with { Verdict = Verdict.Reject("noise") });
        Assert.Equal(new ArmStatistics("a") { Tries = 4, Valid = 3, Improved = 1, Gain = 2, Cost = 9 }, bandit.Statistics[0]);
        Assert.Equal(new ArmStatistics("b"), bandit.Statistics[1]);
    }

    [Fact]
    public void Arms_that_cannot_be_told_apart_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new BanditProposer([]));
        Assert.Throws<ArgumentException>(() => new BanditProposer([new Arm("a", Idle()), new Arm("a", Idle())]));
        Assert.Throws<ArgumentException>(() => new BanditProposer([new Arm("a/b", Idle())]));
    }

    // As the engine's own policy, with another memory and a rate that is shrunk towards the mean.
    private static Laws Fading(double decay) => new((law, a, b, c, d) => law switch
    {
        4 => (a + (10 * c)) / (b + (10 * d)),
        5 => a,
        6 => decay,
        7 => 0.05,
        _ => 1,
    });

    private static BanditProposer Four() => new("abcd".Select(name => new Arm($"{name}", Idle())));

    private static ScriptedProposer Idle() => new((parents, _) => new Proposal(parents[0].Artifact, "x"));

    private static Step Made(int number, string origin, double gain, double cost) => new()
    {
        Number = number,
        ParentScore = 10,
        Origin = origin,
        Child = Toy.Program("x"),
        Evaluation = Evaluation.Of(10 + gain) with { Cost = cost },
        Verdict = Verdict.Admit(),
    };
}
