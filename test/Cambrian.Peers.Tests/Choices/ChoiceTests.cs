using Cambrian.Core.Proposers;
using Cambrian.Peers.Choices;

namespace Cambrian.Peers.Tests.Choices;

public sealed class ChoiceTests
{
    // Arm, score of the child or none, score of the parent, price.
    private static readonly (int Arm, double? Score, double Parent, double Price)[] Told =
    [
        (0, 1.2, 1.0, .01), (1, 0.9, 1.0, .002), (2, null, 1.0, 0), (0, 1.5, 1.2, .02), (1, 1.9, 1.5, .004), (2, 1.1, 1.0, 0), (0, 1.4, 1.5, .01),
        (1, 1.90000001, 1.9, .001), (0, 80, 1.9, .03), (2, null, 1.9, 0), (1, 80.5, 80, .005), (0, 80.2, 80.5, .012), (2, 81, 80.5, 0),
    ];

    // The arm that is favoured after each of them; those with one number for all, where several are.
    private static readonly int[] ByGain = [-1, 2, 0, 0, 0, 0, 1, 0, 2, 0, 0, 2, 0];
    private static readonly int[] ByGainAndCost = [-1, 2, 0, -2, 2, 2, 2, 2, 2, 1, 2, 2, 1];

    // What ShinkaEvolve 9912af1 answers to the same, run with the seed's score 1: AsymmetricUCB(cost_aware_coef 0 and 0.5).posterior().
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void The_upper_confidence_bound_favours_whom_the_published_code_favours(double costShare)
    {
        var choice = new UcbChoice(3, costShare: costShare);
        choice.Observe(null, Seed(1));
        foreach (var (at, favoured) in (costShare > 0 ? ByGainAndCost : ByGain).Index())
        {
            Tell(choice, at);
            double[] expected = favoured switch
            {
                -1 => [0, 0.5, 0.5],
                -2 => [0.2, 0.4, 0.4],
                _ when at < 2 => [.. Enumerable.Range(0, 3).Select(arm => arm == favoured ? 1.0 : 0)],
                _ => [.. Enumerable.Range(0, 3).Select(arm => arm == favoured ? 0.8 : 0.1)],
            };
            Assert.Equal(expected, choice.Snapshot()(Randomness.From(1)).Select(probability => Math.Round(probability, 6)));
        }
    }

    [Fact]
    public void Mean_gains_are_those_of_the_published_code()
    {
        var (gains, improvement) = (new GainsByArm(3), new Improvement());
        improvement.Observe(Seed(1));
        foreach (var (at, told) in Told.Index())
        {
            gains.Add(told.Arm, improvement.Of(Made(at)) ?? 0);
            gains.Fade(0.95);
        }

        Assert.Equal([0.2868043671549507, 0.07720204355851631, 0.0644030679428589], Enumerable.Range(0, 3).Select(gains.Mean), (one, other) => Math.Abs(one - other) < 1e-9);
        Assert.Equal(1.22978497414565, gains.Greatest, 9);
    }

    // The published code's ThompsonSampler ends with these successes and failures, prior included.
    [Fact]
    public void Thompson_sampling_draws_from_the_published_codes_distributions()
    {
        var choice = new ThompsonChoice(3, epsilon: 0);
        choice.Observe(null, Seed(1));
        foreach (var (at, _) in Told.Index())
        {
            Tell(choice, at);
        }

        var expected = ChancesToBeGreatest([2.8858599600178834, 1.6903372360785727, 1.293354796256386], [2.6008372960937494, 3.072739151933672, 3.703371977309135]);
        var snapshot = choice.Snapshot();
        var drawn = new double[3];
        for (var seed = 0; seed < 40_000; seed++)
        {
            var probabilities = snapshot(Randomness.From(seed));
            drawn[probabilities.Index().MaxBy(arm => arm.Item).Index] += 1 / 40_000.0;
        }

        Assert.Equal(1, expected.Sum(), 3);
        Assert.All(expected.Zip(drawn), pair => Assert.Equal(pair.First, pair.Second, 0.0115));
    }

    [Fact]
    public void Thompson_sampling_leaves_the_others_their_share()
    {
        var choice = new ThompsonChoice(3);
        choice.Observe(null, Seed(1));
        Tell(choice, 0);
        Assert.Equal([0, 0.5, 0.5], choice.Snapshot()(Randomness.From(1)));
        foreach (var (at, _) in Told.Index().Skip(1))
        {
            Tell(choice, at);
        }

        Assert.Equal([0.05, 0.05, 0.9], choice.Snapshot()(Randomness.From(7)).Order());
    }

    [Fact]
    public void A_snapshot_is_untouched_by_later_steps()
    {
        foreach (IArmChoice choice in new IArmChoice[] { new UcbChoice(3), new ThompsonChoice(3), new FixedChoice([1, 2, 3]) })
        {
            foreach (var (at, _) in Told.Index().Take(6))
            {
                Tell(choice, at);
            }

            var snapshot = choice.Snapshot();
            var before = Many(snapshot);
            foreach (var (at, _) in Told.Index().Skip(6))
            {
                Tell(choice, at);
            }

            Assert.Equal(before, Many(snapshot));
            Assert.All(before, probabilities => Assert.Equal(1, probabilities.Sum(), 9));
        }
    }

    [Fact]
    public void An_arm_that_gains_more_is_favoured_whatever_the_scale()
    {
        foreach (var scale in new[] { 1e-12, 1e-6, 1, 1_000 })
        {
            var choice = new UcbChoice(2, costShare: 0);
            choice.Observe(null, Seed(0));
            for (var at = 0; at < 100; at++)
            {
                choice.Observe(at % 2, Step(at, (at % 2 == 1 ? 2 : 0.1) * scale, 0, 0));
            }

            Assert.Equal([0.2, 0.8], choice.Snapshot()(Randomness.From(1)).Select(probability => Math.Round(probability, 9)));
        }
    }

    [Fact]
    public void Of_two_that_gain_alike_the_cheap_one_is_favoured()
    {
        var choice = new UcbChoice(2);
        choice.Observe(null, Seed(0));
        for (var at = 0; at < 100; at++)
        {
            choice.Observe(at % 2, Step(at, 1, 0, at % 2 == 0 ? 0.01 : 0.5));
        }

        Assert.Equal([0.8, 0.2], choice.Snapshot()(Randomness.From(1)).Select(probability => Math.Round(probability, 9)));
    }

    [Fact]
    public void Fixed_weights_are_shares_and_nothing_changes_them()
    {
        var choice = new FixedChoice([1, 3, 0]);
        Tell(choice, 0);
        Assert.Equal([0.25, 0.75, 0], choice.Snapshot()(Randomness.From(1)));
        Assert.Throws<ArgumentException>(() => new FixedChoice([0, 0]));
        Assert.Throws<ArgumentException>(() => new FixedChoice([1, -1]));
    }

    private static List<double[]> Many(Func<Random, IReadOnlyList<double>> snapshot) => [.. Enumerable.Range(0, 20).Select(seed => snapshot(Randomness.From(seed)).ToArray())];

    private static void Tell(IArmChoice choice, int at) => choice.Observe(Told[at].Arm, Made(at));

    private static Step Made(int at) => Step(at + 1, Told[at].Score, Told[at].Parent, Told[at].Price);

    private static Step Step(int number, double? score, double parent, double price) => new()
    {
        Number = number,
        Parents = [0],
        ParentScore = parent,
        Child = score is null ? null : Toy.Program("x"),
        Evaluation = score is { } real ? Evaluation.Of(real) : null,
        Effort = price,
        Verdict = Verdict.Admit(),
    };

    private static Step Seed(double score) => Step(0, score, double.NegativeInfinity, 0) with { Parents = [] };

    // By summing over a fine grid: the density of one times the distributions of the others.
    private static double[] ChancesToBeGreatest(double[] alpha, double[] beta)
    {
        const int Cells = 20_000;
        double[][] densities = [.. alpha.Select((_, arm) => Normalised([.. Enumerable.Range(0, Cells).Select(cell => (cell + 0.5) / Cells).Select(x => Math.Pow(x, alpha[arm] - 1) * Math.Pow(1 - x, beta[arm] - 1))]))];
        var below = new double[alpha.Length];
        var chances = new double[alpha.Length];
        for (var cell = 0; cell < Cells; cell++)
        {
            for (var arm = 0; arm < alpha.Length; arm++)
            {
                chances[arm] += densities[arm][cell] * Enumerable.Range(0, alpha.Length).Where(other => other != arm).Aggregate(1.0, (product, other) => product * (below[other] + (densities[other][cell] / 2)));
            }

            for (var arm = 0; arm < alpha.Length; arm++)
            {
                below[arm] += densities[arm][cell];
            }
        }

        return chances;
    }

    private static double[] Normalised(double[] values)
    {
        var sum = values.Sum();
        return [.. values.Select(value => value / sum)];
    }
}
